import Big from 'big.js';
import type { BilledUsage } from '../../workload/providers/billedUsage.ts';

/** USD per million tokens, as the providers' price pages had them on 2026-11-22; nothing here comes from our catalogue. */
const LIST: Readonly<Record<string, { input: string; read: string; write?: string; hour?: string; output: string }>> = {
  'gpt-5.1-2025-11-13': { input: '1.25', read: '0.125', output: '10' },
  'gpt-5.6-luna': { input: '0.2', read: '0.02', write: '0.25', output: '1.2' },
  'claude-sonnet-4-5-20250929': { input: '3', read: '0.3', write: '3.75', hour: '6', output: '15' },
  'llama-3.3-70b-versatile': { input: '0.59', read: '0.59', output: '0.79' },
  'gemini-2.5-pro': { input: '1.25', read: '0.125', output: '10' },
  'text-embedding-3-small': { input: '0.02', read: '0', output: '0' },
};
/** The whole call at these rates where its input is longer. */
const LONG: typeof LIST = {
  'claude-sonnet-4-5-20250929': { input: '6', read: '0.6', write: '7.5', hour: '12', output: '22.5' },
  'gemini-2.5-pro': { input: '2.5', read: '0.25', output: '15' },
};
const LONG_ABOVE: Readonly<Record<string, number>> = {
  'claude-sonnet-4-5-20250929': 200_000,
  'gemini-2.5-pro': 200_000,
};
const WEB_SEARCH_USD = '0.01';
const HALF_PRICE = new Set(['flex', 'batch']);

/**
 * The price of a call in nano-USD by decimal arithmetic that shares no code and no data with ours: tokens × rate, half for
 * flex and batch, plus tool fees, rounded half up once.
 */
export function oracleNanoUsd(model: string, usage: BilledUsage, serviceTier: string): Big {
  const list = (usage.inputTokens > (LONG_ABOVE[model] ?? Infinity) ? LONG : LIST)[model];
  if (list === undefined) {
    throw new Error(`the oracle has no price for ${model}: add it to oracle.ts`);
  }
  const { cacheReadTokens: read = 0, cacheWriteTokens: write = 0, cacheWrite1hTokens: hour = 0 } = usage;
  const million = new Big(1_000_000);
  const tokens = new Big(usage.inputTokens - read - write)
    .times(list.input)
    .plus(new Big(read).times(list.read))
    .plus(new Big(write - hour).times(list.write ?? list.input))
    .plus(new Big(hour).times(list.hour ?? list.input))
    .plus(new Big(usage.outputTokens).times(list.output))
    .div(million);
  const tier = HALF_PRICE.has(serviceTier) ? '0.5' : '1';
  return tokens
    .times(tier)
    .plus(new Big(WEB_SEARCH_USD).times(usage.webSearches ?? 0))
    .times(1e9)
    .round(0, Big.roundHalfUp);
}
