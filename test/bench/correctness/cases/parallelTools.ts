import type { Case } from '../case.ts';

/** Keys that look like ours, at every depth, in what the model says: text cannot fake usage. */
const hostile = JSON.stringify({
  usage: { prompt_tokens: 9, completion_tokens: 9 },
  model: 'not-this-one',
  text: '"usage":{"prompt_tokens":7}',
});
const call = (id: string, name: string) => ({ id, type: 'function', function: { name, arguments: hostile } });
const usage = {
  prompt_tokens: 812,
  completion_tokens: 96,
  total_tokens: 908,
  prompt_tokens_details: { cached_tokens: 512, audio_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: 32, audio_tokens: 0 },
};
const answer = {
  id: 'chatcmpl-BenchParallelTools000001',
  object: 'chat.completion',
  created: 1_795_000_000,
  model: 'gpt-5.1-2025-11-13',
  choices: [
    {
      index: 0,
      message: {
        role: 'assistant',
        content: null,
        tool_calls: [call('call_1', 'order_status'), call('call_2', 'refund_policy')],
        refusal: null,
        annotations: [],
      },
      finish_reason: 'tool_calls',
    },
  ],
  usage,
  service_tier: 'default',
};
const text = JSON.stringify(answer);

export const parallelTools: Case = {
  group: 'OpenAI',
  name: 'chat: parallel tool calls whose arguments say "usage" and "model"',
  answer: {
    path: '/openai/v1/chat/completions',
    contentType: 'application/json',
    writes: text.match(/.{1,97}/gs) ?? [],
    truth: {
      id: answer.id,
      provider: 'openai',
      requestModel: 'gpt-5.1',
      model: answer.model,
      usage: { inputTokens: 812, outputTokens: 96, cacheReadTokens: 512, reasoningTokens: 32 },
      serviceTier: 'default',
    },
  },
  run: ({ OpenAI, recordedUrl }) =>
    new OpenAI({ baseURL: `${recordedUrl}/openai/v1`, apiKey: 'sk-simulated-openai' }).chat.completions.create({
      model: 'gpt-5.1',
      messages: [{ role: 'user', content: 'Where is my order, and may I send it back?' }],
      tools: ['order_status', 'refund_policy'].map((name) => ({
        type: 'function' as const,
        function: { name, parameters: { type: 'object', properties: { usage: { type: 'object' } } } },
      })),
      parallel_tool_calls: true,
    }),
};
