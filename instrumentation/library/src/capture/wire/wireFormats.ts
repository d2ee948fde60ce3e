import { anthropicMessages } from './anthropicMessages.ts';
import { openaiChatCompletions } from './openaiChatCompletions.ts';
import { openaiResponses } from './openaiResponses.ts';
import type { WireFormat } from './wireFormat.ts';

/** Every API the tap can read. */
export const WIRE_FORMATS: readonly WireFormat[] = [openaiChatCompletions, openaiResponses, anthropicMessages];
