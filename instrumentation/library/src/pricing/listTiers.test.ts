import { createPriceBook } from './createPriceBook.ts';
import { LIST_TIERS } from './listTiers.ts';
import { priceCall } from './priceCall.ts';
import type { Quantities } from './quantities.ts';

const atMs = Date.UTC(2026, 10, 22, 12);
const book = createPriceBook();
const cost = (provider: string, model: string, serviceTier: string | undefined, quantities: Quantities) => {
  const priced = priceCall({ quantities, card: book.resolve({ provider, model, atMs }), serviceTier });
  return priced.kind === 'priced' ? priced.nanoUsd : priced.reason;
};

test('every model with a tier of its own is one the catalogue knows by that name', () => {
  for (const { provider, model } of LIST_TIERS.filter(({ model }) => model !== undefined)) {
    expect(book.resolve({ provider, model: model ?? '', atMs })).toMatchObject({ kind: 'card', model });
  }
});

test.each([
  // 0.45, 0.045 and 3.60 $ a million.
  ['openai', 'gpt-5-mini-2025-08-07', 'priority', { input: 1000, cache_read: 1000, output: 1000 }, 4_095_000n],
  // 4.25, 2.125 and 17 $.
  ['openai', 'gpt-4o', 'priority', { input: 1000, cache_read: 1000, output: 1000 }, 23_375_000n],
  // 0.25, 0.125 and 1 $.
  ['openai', 'gpt-4o-mini', 'priority', { input: 1000, cache_read: 1000, output: 1000 }, 1_375_000n],
  ['openai', 'gpt-5-mini', 'flex', { input: 1000, output: 1000, web_search: 1 }, 1_125_000n + 10_000_000n],
  // 5 and 25 $, six times.
  ['anthropic', 'claude-opus-4-6', 'fast', { input: 1000, output: 1000 }, 180_000_000n],
  // The same with inference in the US, on every token type, not on the search.
  ['anthropic', 'claude-opus-4-6', 'fast+geo_us', { cache_read: 1000, web_search: 1 }, 3_300_000n + 10_000_000n],
  // Half of 3 and 15 $, times 1.1.
  ['anthropic', 'claude-sonnet-4-5', 'batch+geo_us', { input: 1000, output: 1000 }, 9_900_000n],
  ['gcp.gemini', 'gemini-2.5-pro', 'ON_DEMAND_FLEX', { input: 1000, output: 1000 }, 5_625_000n],
  ['aws.bedrock', 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'batch', { input: 1000 }, 1_650_000n],
  ['azure.ai.openai', 'gpt-4o', 'batch', { input: 1000 }, 1_250_000n],
])('%s %s served as %s', (provider, model, tier, quantities, expected) => {
  expect(cost(provider, model, tier, quantities)).toBe(expected);
});

test.each([
  ['openai', 'gpt-5-nano', 'priority', { input: 1 }, 'service_tier_priority'],
  ['openai', 'gpt-4o-mini', 'priority', { input_audio: 1 }, 'no_rate_input_audio'],
  ['anthropic', 'claude-sonnet-4-5', 'priority', { input: 1 }, 'service_tier_priority'],
  ['anthropic', 'claude-sonnet-4-5', 'fast', { input: 1 }, 'service_tier_fast'],
  ['aws.bedrock', 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'flex', { input: 1 }, 'service_tier_flex'],
  ['gcp.gemini', 'gemini-2.5-pro', 'PROVISIONED_THROUGHPUT', { input: 1 }, 'service_tier_provisioned_throughput'],
  ['gcp.gemini', 'gemini-2.5-pro', 'batch', { input: 1, cache_read: 1 }, 'no_rate_cache_read'],
])('%s %s on %s is not guessed', (provider, model, tier, quantities, reason) => {
  expect(cost(provider, model, tier, quantities)).toBe(reason);
});
