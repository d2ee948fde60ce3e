import type { FieldTree } from './fieldTree.ts';
import { openaiUsage } from './openaiUsage.ts';
import type { WireFormat } from './wireFormat.ts';

const USAGE: FieldTree = {
  input_tokens: '#inputTokens',
  output_tokens: '#outputTokens',
  input_token_details: { audio_tokens: '#audioInputTokens' },
};

/** Sound to text. Models billed by the minute (Whisper) report seconds and no tokens: their usage stays unknown. */
export const openaiTranscriptions: WireFormat = {
  pathSuffix: '/audio/transcriptions',
  operation: 'generate_content',
  body: { usage: USAGE, error: { type: 'errorType', code: 'errorType' } },
  event: { type: 'eventType', usage: USAGE, error: { type: 'errorType', code: 'errorType' } },
  telling: ['_tokens"', '"error"', 'text.done'].map((text) => Buffer.from(text)),
  terminalEvents: ['transcript.text.done'],
  isAlsoOpaque: true,
  usage: openaiUsage,
};
