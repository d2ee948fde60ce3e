import type { Case } from '../case.ts';
import { readAll } from '../readAll.ts';

const chunk = (rest: object) =>
  `data: ${JSON.stringify({
    id: 'chatcmpl-BenchParallelTools000002',
    object: 'chat.completion.chunk',
    created: 1_795_000_000,
    model: 'gpt-5.1-2025-11-13',
    service_tier: 'default',
    ...rest,
  })}\n\n`;
const delta = (tool_calls: object[]) =>
  chunk({ choices: [{ index: 0, delta: { tool_calls }, finish_reason: null }], usage: null });
const argument = (index: number, text: string) => delta([{ index, function: { arguments: text } }]);
const opening = (index: number, name: string) =>
  delta([{ index, id: `call_${index}`, type: 'function', function: { name, arguments: '' } }]);
const usage = {
  prompt_tokens: 812,
  completion_tokens: 96,
  total_tokens: 908,
  prompt_tokens_details: { cached_tokens: 512, audio_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: 32, audio_tokens: 0 },
};

export const parallelToolsStream: Case = {
  group: 'OpenAI',
  name: 'chat stream: parallel tool calls whose arguments say "usage" and "model"',
  answer: {
    path: '/openai/v1/chat/completions',
    contentType: 'text/event-stream',
    writes: [
      opening(0, 'order_status'),
      argument(0, '{"usage":{"prompt_tokens":9,'),
      opening(1, 'refund_policy') + argument(1, '{"model":"not-this-one"}'),
      argument(0, '"completion_tokens":9},"text":"data: [DONE]"}'),
      chunk({ choices: [{ index: 0, delta: {}, finish_reason: 'tool_calls' }], usage: null }),
      chunk({ choices: [], usage }).slice(0, 150),
      chunk({ choices: [], usage }).slice(150),
      'data: [DONE]\n\n',
    ],
    truth: {
      id: 'chatcmpl-BenchParallelTools000002',
      provider: 'openai',
      requestModel: 'gpt-5.1',
      model: 'gpt-5.1-2025-11-13',
      usage: { inputTokens: 812, outputTokens: 96, cacheReadTokens: 512, reasoningTokens: 32 },
      serviceTier: 'default',
    },
  },
  async run({ OpenAI, recordedUrl }) {
    const openai = new OpenAI({ baseURL: `${recordedUrl}/openai/v1`, apiKey: 'sk-simulated-openai' });
    const stream = await openai.chat.completions.create({
      model: 'gpt-5.1',
      messages: [{ role: 'user', content: 'Where is my order, and may I send it back?' }],
      tools: [{ type: 'function', function: { name: 'order_status' } }],
      stream: true,
      stream_options: { include_usage: true },
    });
    return readAll(stream);
  },
};
