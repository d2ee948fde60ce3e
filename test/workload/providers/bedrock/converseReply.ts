import type { BedrockBill } from './bedrockBill.ts';
import type { BedrockSteering } from './bedrockSteering.ts';

export interface BedrockReply {
  readonly body: object;
  readonly events: readonly (readonly [type: string, event: object])[];
  readonly headers: Readonly<Record<string, string>>;
}

/** The answer of `Converse` and the events of `ConverseStream`. */
export function converseReply(bill: BedrockBill, steering: BedrockSteering, words: readonly string[]): BedrockReply {
  const write1h = bill.cacheWrite1h ?? 0;
  const write = bill.cacheWrite ?? 0;
  const usage = {
    inputTokens: bill.input,
    outputTokens: bill.output,
    totalTokens: bill.input + bill.output + (bill.cacheRead ?? 0) + write,
    cacheReadInputTokens: bill.cacheRead ?? 0,
    cacheWriteInputTokens: write,
    ...(write > 0 && {
      cacheDetails: [
        ...(write1h > 0 ? [{ ttl: '1h', inputTokens: write1h }] : []),
        ...(write > write1h ? [{ ttl: '5m', inputTokens: write - write1h }] : []),
      ],
    }),
  };
  const rest = {
    usage,
    metrics: { latencyMs: 551 },
    ...(steering.serviceTier !== undefined && { serviceTier: { type: steering.serviceTier } }),
    ...(steering.latency !== undefined && { performanceConfig: { latency: steering.latency } }),
    ...(steering.routedTo !== undefined && { trace: { promptRouter: { invokedModelId: steering.routedTo } } }),
  };
  return {
    headers: {},
    body: {
      output: { message: { role: 'assistant', content: [{ text: words.join('') }] } },
      stopReason: 'end_turn',
      ...rest,
    },
    events: [
      ['messageStart', { role: 'assistant' }],
      ...words.map((text) => ['contentBlockDelta', { contentBlockIndex: 0, delta: { text } }] as const),
      ['contentBlockStop', { contentBlockIndex: 0 }],
      ['messageStop', { stopReason: 'end_turn' }],
      ['metadata', rest],
    ],
  };
}
