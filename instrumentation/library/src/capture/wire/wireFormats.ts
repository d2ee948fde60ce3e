import { anthropicMessages } from './anthropicMessages.ts';
import { BEDROCK_FORMATS } from '../bedrock/bedrockFormats.ts';
import { GOOGLE_FORMATS } from './googleFormats.ts';
import { openaiChatCompletions } from './openaiChatCompletions.ts';
import { openaiCompactions } from './openaiCompactions.ts';
import { openaiCompletions } from './openaiCompletions.ts';
import { openaiEmbeddings } from './openaiEmbeddings.ts';
import { openaiImageEdits } from './openaiImageEdits.ts';
import { openaiImageGenerations } from './openaiImageGenerations.ts';
import { openaiResponses } from './openaiResponses.ts';
import { openaiSpeech } from './openaiSpeech.ts';
import { openaiTranscriptions } from './openaiTranscriptions.ts';
import { openaiTranslations } from './openaiTranslations.ts';
import { perplexityChatCompletions } from './perplexityChatCompletions.ts';
import { vertexAnthropic } from './vertexAnthropic.ts';
import { vertexAnthropicStream } from './vertexAnthropicStream.ts';
import type { WireFormat } from './wireFormat.ts';

/** Every API the tap can read; the first that fits is taken. */
export const WIRE_FORMATS: readonly WireFormat[] = [
  perplexityChatCompletions,
  openaiChatCompletions,
  openaiResponses,
  anthropicMessages,
  openaiEmbeddings,
  openaiCompletions,
  openaiCompactions,
  openaiImageGenerations,
  openaiImageEdits,
  openaiTranscriptions,
  openaiTranslations,
  openaiSpeech,
  vertexAnthropic,
  vertexAnthropicStream,
  ...GOOGLE_FORMATS,
  ...BEDROCK_FORMATS,
];
