import { approximateTokens } from '../approximateTokens.ts';
import type { Wire } from '../wire.ts';
import { openaiWire } from './openaiWire.ts';

const DIMENSIONS = 1536;

/** OpenAI's embeddings: input only, and vectors in base64 or in numbers as asked for. */
export const embeddingsWire: Wire = {
  ...openaiWire,
  responseId: ['embd-', 24],
  reasons: () => false,
  maxTokens: () => 0,
  prompt(body) {
    const text = [body['input']].flat().join('\n');
    return { total: approximateTokens(text), cacheRead: 0, cacheWrite: 0, cacheWrite5m: 0, cacheWrite1h: 0, text };
  },
  answer({ model, usage, encodingFormat }) {
    const vector = Float32Array.from({ length: DIMENSIONS }, (_none, at) => Math.sin(at) / 40);
    const embedding = encodingFormat === 'base64' ? Buffer.from(vector.buffer).toString('base64') : Array.from(vector);
    return {
      object: 'list',
      data: [{ object: 'embedding', index: 0, embedding }],
      model,
      usage: { prompt_tokens: usage.inputTokens, total_tokens: usage.inputTokens },
    };
  },
};
