import type { RecordedAnswer } from '../recordedAnswer.ts';

/** What `openaiResponse` was billed for. */
export function openaiResponseTruth(id: string): RecordedAnswer['truth'] {
  return {
    id,
    provider: 'openai',
    requestModel: 'gpt-5.1',
    model: 'gpt-5.1-2025-11-13',
    usage: { inputTokens: 1490, outputTokens: 256, cacheReadTokens: 1024, reasoningTokens: 128 },
    serviceTier: 'default',
  };
}
