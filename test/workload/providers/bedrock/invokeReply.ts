import type { BedrockBill } from './bedrockBill.ts';
import type { BedrockSteering } from './bedrockSteering.ts';
import type { BedrockReply } from './converseReply.ts';

/** The model's own body of `InvokeModel`, and its events of `InvokeModelWithResponseStream`, by the maker of the model. */
export function invokeReply(
  model: string,
  bill: BedrockBill,
  steering: BedrockSteering,
  words: readonly string[]
): BedrockReply {
  const { body, events } = family(model, bill, words);
  const metrics = {
    inputTokenCount: bill.input,
    outputTokenCount: bill.output,
    invocationLatency: 812,
    firstByteLatency: 340,
    ...(bill.cacheRead !== undefined && { cacheReadInputTokenCount: bill.cacheRead }),
    ...(bill.cacheWrite !== undefined && { cacheWriteInputTokenCount: bill.cacheWrite }),
  };
  const last = { ...events.at(-1), 'amazon-bedrock-invocationMetrics': metrics };
  return {
    body,
    headers: {
      'x-amzn-bedrock-input-token-count': String(bill.input),
      'x-amzn-bedrock-output-token-count': String(bill.output),
      'x-amzn-bedrock-invocation-latency': '812',
      ...(steering.serviceTier !== undefined && { 'x-amzn-bedrock-service-tier': steering.serviceTier }),
      ...(steering.latency !== undefined && { 'x-amzn-bedrock-performanceconfig-latency': steering.latency }),
    },
    events: [...events.slice(0, -1), last].map(
      (event) => ['chunk', { bytes: Buffer.from(JSON.stringify(event)).toString('base64') }] as const
    ),
  };
}

function family(model: string, bill: BedrockBill, words: readonly string[]): { body: object; events: object[] } {
  const text = words.join('');
  if (model.includes('anthropic.')) {
    return anthropic(bill, words);
  }
  if (model.includes('titan-embed')) {
    return { body: { embedding: [0.1, -0.2], inputTextTokenCount: bill.input }, events: [{}] };
  }
  if (model.includes('amazon.titan')) {
    const results = [{ tokenCount: bill.output, outputText: text, completionReason: 'FINISH' }];
    const event = (outputText: string, rest: object) => ({ outputText, index: 0, ...rest });
    const counts = { totalOutputTextTokenCount: bill.output, inputTextTokenCount: bill.input };
    return {
      body: { inputTextTokenCount: bill.input, results },
      events: [
        ...words.map((word) => event(word, { totalOutputTextTokenCount: null, completionReason: null })),
        event('', { ...counts, completionReason: 'FINISH' }),
      ],
    };
  }
  if (model.includes('meta.llama')) {
    const event = (generation: string, rest: object) => ({ generation, ...rest });
    const counts = { prompt_token_count: bill.input, generation_token_count: bill.output, stop_reason: 'stop' };
    return {
      body: { generation: text, ...counts },
      events: [
        ...words.map((word, i) =>
          event(word, {
            prompt_token_count: i === 0 ? bill.input : null,
            generation_token_count: i + 1,
            stop_reason: null,
          })
        ),
        event('', { ...counts, prompt_token_count: null }),
      ],
    };
  }
  if (model.includes('amazon.nova')) {
    const usage = {
      inputTokens: bill.input,
      outputTokens: bill.output,
      cacheReadInputTokenCount: bill.cacheRead ?? 0,
      cacheWriteInputTokenCount: bill.cacheWrite ?? 0,
    };
    const content = [{ text }];
    return {
      body: { output: { message: { role: 'assistant', content } }, stopReason: 'end_turn', usage },
      events: [
        { messageStart: { role: 'assistant' } },
        ...words.map((word) => ({ contentBlockDelta: { delta: { text: word }, contentBlockIndex: 0 } })),
        { messageStop: { stopReason: 'end_turn' } },
        { metadata: { usage, metrics: {} } },
      ],
    };
  }
  // Mistral and Cohere say nothing of tokens in the body.
  return model.includes('mistral.')
    ? {
        body: { outputs: [{ text, stop_reason: 'stop' }] },
        events: [
          ...words.map((word) => ({ outputs: [{ text: word, stop_reason: null }] })),
          { outputs: [{ text: '', stop_reason: 'stop' }] },
        ],
      }
    : {
        body: { response_id: 'r-1', text, finish_reason: 'COMPLETE', chat_history: [] },
        events: [
          ...words.map((word) => ({ event_type: 'text-generation', text: word, is_finished: false })),
          { event_type: 'stream-end', finish_reason: 'COMPLETE', is_finished: true },
        ],
      };
}

function anthropic(bill: BedrockBill, words: readonly string[]): { body: object; events: object[] } {
  const write = bill.cacheWrite ?? 0;
  const write1h = bill.cacheWrite1h ?? 0;
  const usage = {
    input_tokens: bill.input,
    cache_creation_input_tokens: write,
    cache_read_input_tokens: bill.cacheRead ?? 0,
    cache_creation: { ephemeral_5m_input_tokens: write - write1h, ephemeral_1h_input_tokens: write1h },
  };
  const message = { id: 'msg_bdrk_01', type: 'message', role: 'assistant', model: 'claude-sonnet-4-5-20250929' };
  return {
    body: {
      ...message,
      content: [{ type: 'text', text: words.join('') }],
      stop_reason: 'end_turn',
      stop_sequence: null,
      usage: { ...usage, output_tokens: bill.output },
    },
    events: [
      {
        type: 'message_start',
        message: { ...message, content: [], stop_reason: null, usage: { ...usage, output_tokens: 1 } },
      },
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      ...words.map((text) => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } })),
      { type: 'content_block_stop', index: 0 },
      {
        type: 'message_delta',
        delta: { stop_reason: 'end_turn', stop_sequence: null },
        usage: { output_tokens: bill.output },
      },
      { type: 'message_stop' },
    ],
  };
}
