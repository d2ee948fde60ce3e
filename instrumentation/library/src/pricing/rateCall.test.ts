import fc from 'fast-check';
import { createPriceBook } from './createPriceBook.ts';
import { parsePriceOverlay } from './parsePriceOverlay.ts';
import { priceCall } from './priceCall.ts';
import type { Quantities } from './quantities.ts';
import { rateCall } from './rateCall.ts';

const atMs = Date.UTC(2026, 10, 22, 12);
const from = '2026-01-01';
/** gpt-5-mini's list, as a tier's own rates. */
const FLEX = { input: '0.25', output: '2' };

function cost(file: unknown, quantities: Quantities, serviceTier?: string, model = 'gpt-5-mini', provider = 'openai') {
  const card = createPriceBook(parsePriceOverlay(file)).resolve({ provider, model, atMs });
  const priced = priceCall({ quantities, card, serviceTier });
  return priced.kind === 'priced' ? [priced.nanoUsd, priced.listNanoUsd] : priced.reason;
}

// gpt-5-mini: 250, 25 and 2,000 nano-USD a token.
test.each([
  ['list', {}, undefined, [2_250_000n, 2_250_000n]],
  ['a discount', { discountPercent: '10' }, undefined, [2_025_000n, 2_250_000n]],
  ['a discount on output', { discountPercent: '10', components: ['output'] }, undefined, [2_050_000n, 2_250_000n]],
  ['a discount on a tier', { discountPercent: '10' }, 'flex', [1_012_500n, 1_125_000n]],
  ['a discount on batch alone, elsewhere', { discountPercent: '10', tier: 'batch' }, 'flex', [1_125_000n, 1_125_000n]],
  ['a discount on batch alone', { discountPercent: '10', tier: 'batch' }, 'batch', [1_012_500n, 1_125_000n]],
  ['a rate', { ratesPerMillion: { output: '1' } }, undefined, [1_250_000n, 2_250_000n]],
  ['a rate, scaled by a tier', { ratesPerMillion: { output: '1' } }, 'flex', [625_000n, 1_125_000n]],
  ['a rate for a tier, as it is', { ratesPerMillion: { output: '1' }, tier: 'flex' }, 'flex', [1_125_000n, 1_125_000n]],
  [
    'a rate before a discount',
    { ratesPerMillion: { output: '1' }, discountPercent: '50' },
    undefined,
    [1_125_000n, 2_250_000n],
  ],
])('%s', (_what, terms, tier, expected) => {
  const contracts = Object.keys(terms).length > 0 ? [{ provider: 'openai', from, ...terms }] : [];
  expect(cost({ contracts }, { input: 1000, output: 1000 }, tier)).toEqual(expected);
});

// A fee of 0.001 USD a call.
test.each([
  ['agreed on', { contracts: [{ provider: 'openai', from, ratesPerMillion: { request: '1000' } }] }, 2_250_000n],
  [
    'of one model',
    { selfHosted: [{ provider: 'openai', model: 'gpt-5-mini', ratesPerMillion: { request: '1000' } }] },
    2_250_000n,
  ],
  [
    'of a tier',
    { tiers: [{ provider: 'openai', tier: 'flex', ratesPerMillion: { ...FLEX, request: '1000' } }] },
    3_250_000n,
  ],
])('a fee for the request %s is due once, beside the list', (_what, file, listed) => {
  const tier = 'tiers' in file ? 'flex' : undefined;
  expect(cost(file, { input: 1000, output: 1000 }, tier)).toEqual([3_250_000n, listed]);
  expect(cost(file, { input: 1000, output: 1000, request: 1 }, tier)).toEqual([3_250_000n, listed]);
});

test('any fee comes on top of what the call costs without it, in the price and in what is shown of it', () => {
  const amount = fc.nat(10 ** 9).map((micro) => `${Math.floor(micro / 1e6)}.${String(micro % 1e6).padStart(6, '0')}`);
  const rates = fc.record({ input: amount, output: amount, web_search: amount }, { requiredKeys: [] });
  const model = fc.constantFrom(['openai', 'gpt-5-mini'], ['anthropic', 'claude-sonnet-4-5'], ['perplexity', 'sonar']);
  const used = fc.record({ input: fc.nat(400_000), output: fc.nat(400_000) });
  fc.assert(
    fc.property(
      model,
      rates,
      fc.nat(10 ** 6),
      used,
      fc.boolean(),
      ([provider, name], agreed, fee, quantities, isFlex) => {
        const tier = isFlex && provider === 'openai' ? 'flex' : undefined;
        const cardOf = (request: string) =>
          createPriceBook(
            parsePriceOverlay({ contracts: [{ provider, model: name, from, ratesPerMillion: { ...agreed, request } }] })
          ).resolve({ provider: provider as string, model: name as string, atMs });
        // Whole nano-USD a call, so that rounding is the same with it.
        const [without, withFee] = [
          cardOf('0'),
          cardOf(`${Math.floor(fee / 1000)}.${String(fee % 1000).padStart(3, '0')}`),
        ];
        const priceOf = (card: typeof without) => priceCall({ quantities, card, serviceTier: tier });
        const [before, after] = [priceOf(without), priceOf(withFee)];
        if (before.kind !== 'priced' || after.kind !== 'priced') {
          throw new Error('unpriced');
        }
        expect(after.nanoUsd - before.nanoUsd).toBe(BigInt(fee));
        expect(after.listNanoUsd).toBe(before.listNanoUsd);
        const shown = rateCall({ quantities, card: withFee, serviceTier: tier });
        expect('kind' in shown ? [] : shown.map(({ component, quantity }) => [component, quantity])).toEqual(
          after.components.map(({ component, quantity }) => [component, quantity])
        );
      }
    )
  );
});

test('terms for a tier come before terms for all, else the first in the file wins', () => {
  const contracts = [
    { provider: 'openai', from, discountPercent: '10' },
    { provider: 'openai', from, discountPercent: '20' },
    { provider: 'openai', from, tier: 'flex', discountPercent: '30' },
  ];
  expect(cost({ contracts }, { output: 1000 })).toEqual([1_800_000n, 2_000_000n]);
  expect(cost({ contracts }, { output: 1000 }, 'flex')).toEqual([700_000n, 1_000_000n]);
});

test('a tier with rates of its own is not scaled, and a standard contract rate says nothing about it', () => {
  const contracts = [{ provider: 'openai', from, ratesPerMillion: { output: '0.1' }, discountPercent: '10' }];
  expect(cost({ contracts }, { output: 1000 }, 'priority', 'gpt-4o-mini')).toEqual([900_000n, 1_000_000n]);
});

test('a file gives tiers a price: a factor, factors, rates; and overrides those of the list', () => {
  const tiers = [
    { provider: 'openai', tier: 'scale', multiplier: '1.5', multipliers: { output: '2' } },
    { provider: 'openai', model: 'gpt-5-mini', tier: 'flex', ratesPerMillion: { output: '0.7' } },
    { provider: 'google', tier: 'batch', multipliers: { input: '0.5', cache_read: '1' } },
  ];
  expect(cost({ tiers }, { input: 1000, output: 1000 }, 'scale')).toEqual([4_375_000n, 4_375_000n]);
  expect(cost({ tiers }, { output: 1000 }, 'flex')).toEqual([700_000n, 700_000n]);
  expect(cost({ tiers }, { input: 1000 }, 'flex')).toBe('no_rate_input');
  const gemini = cost({ tiers }, { input: 1000, cache_read: 1000 }, 'batch', 'gemini-2.5-pro', 'gcp.vertex_ai');
  expect(gemini).toEqual([750_000n, 750_000n]);
});

test('a deployment and an inference profile are priced as the model they stand for', () => {
  const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc';
  const aliases = [
    { provider: 'azure.ai.openai', alias: 'prod-chat', model: 'gpt-4o' },
    { provider: 'aws.bedrock', alias: arn, model: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' },
  ];
  expect(cost({}, { input: 1000 }, undefined, 'prod-chat', 'azure.ai.openai')).toBe('unknown_model');
  expect(cost({ aliases }, { input: 1000 }, undefined, 'prod-chat', 'azure.ai.openai')).toEqual([
    2_500_000n,
    2_500_000n,
  ]);
  expect(cost({ aliases }, { input: 1000 }, undefined, arn, 'aws.bedrock')).toEqual([3_300_000n, 3_300_000n]);
  expect(cost({ aliases }, { input: 1000 }, undefined, 'prod-chat')).toBe('unknown_model');
});

test('a self-hosted model costs what the file says, where it says so', () => {
  const selfHosted = [{ provider: 'vllm', model: 'qwen', ratesPerMillion: { input: '0.1' } }];
  expect(cost({ selfHosted }, { input: 1000 }, undefined, 'qwen', 'vllm')).toEqual([100_000n, 100_000n]);
  expect(cost({ selfHosted }, { output: 1000 }, undefined, 'qwen', 'vllm')).toBe('no_rate_output');
});

test('accounts are called by their names', () => {
  const book = createPriceBook(parsePriceOverlay({ accounts: [{ fingerprint: 'k-1f2e', name: 'search team' }] }));
  expect(['k-1f2e', 'k-0000'].map((account) => book.accountName(account))).toEqual(['search team', 'k-0000']);
});
