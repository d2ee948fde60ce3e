import type { MoneyRecord } from '../intake/moneyRecord.ts';

/** A call of gpt-5-mini that costs 654,100 nano-USD; `id` makes it one of its own. */
export function moneyRecord(
  id: number,
  {
    dimensions,
    ...rest
  }: Partial<Omit<MoneyRecord, 'dimensions'>> & { dimensions?: Partial<MoneyRecord['dimensions']> } = {}
): MoneyRecord {
  const key = Buffer.alloc(24, 7);
  key.writeUInt32BE(id, 16);
  return {
    key,
    parentSpanId: null,
    startUs: Date.UTC(2026, 10, 22, 12) * 1_000 + id,
    durationUs: 1_500_000,
    dimensions: {
      feature: 'search',
      team: 'Search',
      request_type: 'chat',
      provider: 'openai',
      model: 'gpt-5-mini',
      account: 'main',
      service_tier: '',
      environment: 'prod',
      ...dimensions,
    },
    tenant: 'acme',
    requestPath: '/ask',
    task: '',
    status: 'ok',
    attempt: 1,
    errorType: '',
    stopReason: '',
    usage: {
      kind: 'reported',
      usage: { inputTokens: 1_490, cacheReadTokens: 1_024, outputTokens: 256, reasoningTokens: 128 },
      partial: false,
    },
    providerCost: undefined,
    estimateNanoUsd: undefined,
    ...rest,
  };
}
