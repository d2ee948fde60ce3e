/** What OpenAI's chat completions send, shape for shape, with usage 1,490 in (1,024 cached, 256 written), 256 out (128 reasoned). */
const USAGE = {
  prompt_tokens: 1490,
  completion_tokens: 256,
  total_tokens: 1746,
  prompt_tokens_details: { cached_tokens: 1024, cache_write_tokens: 256, audio_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: 128, audio_tokens: 0, accepted_prediction_tokens: 0 },
};
const ID = 'chatcmpl-CxYz0123456789abcdef';
const MODEL = 'gpt-5-mini-2025-08-07';
/** Everything a scanner could mistake for the real thing. */
const TRICKY = 'He said "usage":{"prompt_tokens":9,"model":"fake"} \\" \\\\ ünï\u2028\u{1f600} data: [DONE]\n\n';

const chunk = (rest: object) =>
  `data: ${JSON.stringify({ id: ID, object: 'chat.completion.chunk', created: 1763900000, model: MODEL, service_tier: 'default', system_fingerprint: 'fp_1', ...rest })}\n\n`;
const delta = (content: object, finish: string | null = null) => ({
  choices: [{ index: 0, delta: content, logprobs: null, finish_reason: finish }],
});

export const openaiExchange = {
  usage: { inputTokens: 1490, outputTokens: 256, cacheReadTokens: 1024, cacheWriteTokens: 256, reasoningTokens: 128 },
  id: ID,
  model: MODEL,
  body: JSON.stringify({
    id: ID,
    object: 'chat.completion',
    created: 1763900000,
    model: MODEL,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: TRICKY,
          refusal: null,
          tool_calls: [
            {
              id: 'c',
              type: 'function',
              function: { name: 'usage', arguments: '{"model":"no","usage":{"prompt_tokens":1}}' },
            },
          ],
          annotations: [{ usage: { prompt_tokens: 7 }, model: 'nested' }],
        },
        finish_reason: 'stop',
      },
    ],
    usage: USAGE,
    service_tier: 'default',
  }),
  stream: [
    chunk({ ...delta({ role: 'assistant', content: '' }), usage: null }),
    ...Array.from(TRICKY.slice(0, 6), (content) => chunk({ ...delta({ content }), usage: null })),
    chunk({ ...delta({ content: TRICKY }), usage: null }),
    chunk({ ...delta({}, 'stop'), usage: null }),
    chunk({ choices: [], usage: USAGE }),
    'data: [DONE]\n\n',
  ],
};
