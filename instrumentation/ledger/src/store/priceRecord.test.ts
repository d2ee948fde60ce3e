import { createPriceBook, parsePriceOverlay } from '@ai-finops/instrumentation/pricing';
import type { MoneyRecord } from '../intake/moneyRecord.ts';
import { moneyRecord } from './moneyRecord.fixture.ts';
import { priceRecord } from './priceRecord.ts';

const aliases = [{ provider: 'azure.ai.openai', alias: 'prod-chat', model: 'gpt-4o' }];
const accounts = [{ fingerprint: 'main', name: 'search key' }];
const book = createPriceBook(parsePriceOverlay({ aliases, accounts }));
const priced = (changes: Parameters<typeof moneyRecord>[1]) => priceRecord(moneyRecord(1, changes), book);
const unknown: MoneyRecord['usage'] = { kind: 'unknown', reason: 'aborted' };

test.each([
  ['openai', 'gpt-5-mini-2025-08-07', 'gpt-5-mini'],
  ['openai', 'gpt-5-mini', 'gpt-5-mini'],
  ['azure.ai.openai', 'prod-chat', 'gpt-4o'],
  ['openai', 'ft:gpt-4o-mini-2024-07-18:acme::abc', 'ft:gpt-4o-mini'],
  ['openai', 'gpt-99', 'gpt-99'],
])('a call of %s %s is booked as %s, whether it answered or not', (provider, model, label) => {
  for (const usage of [undefined, unknown, { kind: 'none' as const }]) {
    const { dimensions } = priced({ dimensions: { provider, model }, ...(usage && { usage }) });
    expect(dimensions).toMatchObject({ model: label, account: 'search key', feature: 'search' });
  }
});

test('what the provider charged wins, and is booked as one sum beside the tokens', () => {
  const record = priced({ providerCost: { amount: 0.5, currency: 'USD' }, dimensions: { provider: 'openrouter' } });
  expect(record).toMatchObject({
    isUsageKnown: true,
    quantities: { input: 466, cache_read: 1024, provider_total: 1 },
    price: { source: 'provider', nanoUsd: 500_000_000n, listNanoUsd: 500_000_000n },
  });
  expect(priced({ providerCost: { amount: 0.5, currency: undefined }, usage: unknown })).toMatchObject({
    isUsageKnown: false,
    quantities: { provider_total: 1 },
    price: { nanoUsd: 500_000_000n },
  });
  expect(priced({ providerCost: { amount: 0.5, currency: 'EUR' } }).price).toEqual({
    kind: 'unpriced',
    reason: 'provider_cost_currency',
  });
});

test('a fee for the request is counted once', () => {
  const dimensions = { provider: 'perplexity', model: 'sonar' };
  const usage: MoneyRecord['usage'] = {
    kind: 'reported',
    usage: { inputTokens: 10, outputTokens: 5 },
    partial: false,
  };
  expect(priced({ dimensions, usage })).toMatchObject({
    quantities: { input: 10, output: 5, request: 1 },
    price: { nanoUsd: 12_015_000n },
  });
  expect(priced({ dimensions, usage: { kind: 'none' } })).toMatchObject({ quantities: {}, price: { nanoUsd: 0n } });
});
