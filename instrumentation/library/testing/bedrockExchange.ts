import { bedrockEvent } from './bedrockEvent.ts';

/** What Bedrock sends, shape for shape: 210 in, 4,096 read, 768 written (512 + 256), 300 out. */
const USAGE = {
  inputTokens: 210,
  outputTokens: 300,
  totalTokens: 5374,
  cacheReadInputTokens: 4096,
  cacheWriteInputTokens: 768,
  cacheDetails: [
    { ttl: '1h', inputTokens: 256 },
    { inputTokens: 512, ttl: '5m' },
  ],
};
const REST = { usage: USAGE, metrics: { latencyMs: 551 }, serviceTier: { type: 'default' } };
const TRICKY = 'He said "usage":{"inputTokens":9} \\" "amazon-bedrock-invocationMetrics": ünï\u{1f600}';

const chunk = (event: object) =>
  bedrockEvent('chunk', { bytes: Buffer.from(JSON.stringify(event)).toString('base64') });
const INVOKED = {
  input_tokens: 210,
  cache_creation_input_tokens: 768,
  cache_read_input_tokens: 4096,
  cache_creation: { ephemeral_5m_input_tokens: 512, ephemeral_1h_input_tokens: 256 },
};

export const bedrockExchange = {
  usage: {
    inputTokens: 5074,
    outputTokens: 300,
    cacheReadTokens: 4096,
    cacheWriteTokens: 768,
    cacheWrite5mTokens: 512,
    cacheWrite1hTokens: 256,
  },
  body: JSON.stringify({
    output: {
      message: {
        role: 'assistant',
        content: [{ text: TRICKY }, { toolUse: { input: { usage: { inputTokens: 3 }, stopReason: 'no' } } }],
      },
    },
    stopReason: 'end_turn',
    ...REST,
  }),
  converse: [
    bedrockEvent('messageStart', { role: 'assistant' }),
    bedrockEvent('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'Hel' } }),
    bedrockEvent('contentBlockDelta', { contentBlockIndex: 0, delta: { text: TRICKY } }),
    bedrockEvent('contentBlockStop', { contentBlockIndex: 0 }),
    bedrockEvent('messageStop', { stopReason: 'end_turn' }),
    bedrockEvent('metadata', REST),
  ],
  invoke: [
    chunk({ type: 'message_start', message: { model: 'claude-x', usage: { ...INVOKED, output_tokens: 1 } } }),
    chunk({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: TRICKY } }),
    chunk({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 300 } }),
    chunk({
      type: 'message_stop',
      'amazon-bedrock-invocationMetrics': { inputTokenCount: 210, outputTokenCount: 300, invocationLatency: 9 },
    }),
  ],
};
