import { openaiChatCompletions } from './openaiChatCompletions.ts';
import type { WireFormat } from './wireFormat.ts';

/** Legacy completions, and those that fill in the middle (DeepSeek, Mistral): shaped like chat completions. */
export const openaiCompletions: WireFormat = {
  ...openaiChatCompletions,
  pathSuffix: '/completions',
  operation: 'text_completion',
};
