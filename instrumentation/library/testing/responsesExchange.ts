/** What OpenAI's responses send, shape for shape, with usage 1,490 in (1,024 cached, 256 written), 256 out (128 reasoned). */
const USAGE = {
  input_tokens: 1490,
  input_tokens_details: { cached_tokens: 1024, cache_write_tokens: 256 },
  output_tokens: 256,
  output_tokens_details: { reasoning_tokens: 128 },
  total_tokens: 1746,
};
const ID = 'resp_0123456789abcdef';
const MODEL = 'gpt-5-mini-2025-08-07';

const response = (status: string, rest: object) => ({
  id: ID,
  object: 'response',
  created_at: 1763900000,
  status,
  error: null,
  incomplete_details: null,
  instructions: null,
  max_output_tokens: 4096,
  model: MODEL,
  parallel_tool_calls: true,
  service_tier: 'default',
  text: { format: { type: 'json_schema', schema: { properties: { usage: { input_tokens: 3 }, model: 'echo' } } } },
  tools: [{ type: 'web_search' }],
  ...rest,
});
const output = [
  {
    id: 'm',
    type: 'message',
    status: 'completed',
    role: 'assistant',
    content: [{ type: 'output_text', annotations: [], text: 'a "usage":{"input_tokens":1} \\' }],
  },
];
const FINAL = response('completed', { output, usage: USAGE, tool_usage: { web_search: { num_requests: 2 } } });
let sequence = 0;
const event = (type: string, rest: object) =>
  `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: sequence++, ...rest })}\n\n`;
const delta = (text: string) =>
  event('response.output_text.delta', { item_id: 'm', output_index: 0, content_index: 0, delta: text, logprobs: [] });

export const responsesExchange = {
  usage: {
    inputTokens: 1490,
    outputTokens: 256,
    cacheReadTokens: 1024,
    cacheWriteTokens: 256,
    reasoningTokens: 128,
    webSearches: 2,
  },
  id: ID,
  model: MODEL,
  body: JSON.stringify(FINAL),
  stream: [
    event('response.created', { response: response('in_progress', { output: [], usage: null }) }),
    event('response.in_progress', { response: response('in_progress', { output: [], usage: null }) }),
    event('response.output_item.added', {
      output_index: 0,
      item: { id: 'm', type: 'message', status: 'in_progress', role: 'assistant', content: [] },
    }),
    event('response.content_part.added', {
      item_id: 'm',
      output_index: 0,
      content_index: 0,
      part: { type: 'output_text', annotations: [], text: '' },
    }),
    delta('a "usage":{"input_tokens"'),
    delta(':1} {"type":"response.completed"}'),
    event('response.output_item.done', { output_index: 0, item: output[0] }),
    event('response.completed', { response: FINAL }),
  ],
};
