/** What Anthropic's messages send, shape for shape: 210 in, 4,096 read, 768 written (512 + 256), 300 out (90 thought), 2 searches. */
const USAGE = {
  input_tokens: 210,
  cache_creation_input_tokens: 768,
  cache_read_input_tokens: 4096,
  cache_creation: { ephemeral_5m_input_tokens: 512, ephemeral_1h_input_tokens: 256 },
  service_tier: 'standard',
  inference_geo: null,
};
const FINAL = {
  output_tokens: 300,
  output_tokens_details: { thinking_tokens: 90 },
  server_tool_use: { web_search_requests: 2 },
};
const ID = 'msg_01XFDUDYJgAACzvnptvVoYEL';
const MODEL = 'claude-sonnet-4-5-20250929';

const message = (rest: object) => ({
  id: ID,
  type: 'message',
  role: 'assistant',
  model: MODEL,
  stop_sequence: null,
  ...rest,
});
const event = (type: string, rest: object = {}) => `event: ${type}\ndata: ${JSON.stringify({ type, ...rest })}\n\n`;
const text = (words: string) => event('content_block_delta', { index: 0, delta: { type: 'text_delta', text: words } });

export const anthropicExchange = {
  usage: {
    inputTokens: 5074,
    outputTokens: 300,
    cacheReadTokens: 4096,
    cacheWriteTokens: 768,
    cacheWrite5mTokens: 512,
    cacheWrite1hTokens: 256,
    reasoningTokens: 90,
    webSearches: 2,
  },
  id: ID,
  model: MODEL,
  body: JSON.stringify(
    message({
      content: [
        { type: 'text', text: 'Say "usage":{"input_tokens":1} \\" \\\\ and event: message_stop' },
        {
          type: 'tool_use',
          id: 't',
          name: 'n',
          input: { usage: { input_tokens: 3 }, model: 'nested', stop_reason: 'no' },
        },
      ],
      stop_reason: 'end_turn',
      usage: { ...USAGE, ...FINAL },
    })
  ),
  stream: [
    event('message_start', {
      message: message({ content: [], stop_reason: null, usage: { ...USAGE, output_tokens: 1 } }),
    }),
    event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
    event('ping'),
    text('Hel'),
    text('lo "usage":{"output_tokens":999} {"type":"message_stop"}'),
    event('content_block_delta', {
      index: 1,
      delta: { type: 'input_json_delta', partial_json: '{"model":"x","usage":{"input' },
    }),
    event('content_block_stop', { index: 0 }),
    event('message_delta', { delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: FINAL }),
    event('message_stop'),
  ],
};
