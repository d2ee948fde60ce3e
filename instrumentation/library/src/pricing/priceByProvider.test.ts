import { priceByProvider } from './priceByProvider.ts';

test('what the provider charged is the cost, to the nano-USD', () => {
  expect(priceByProvider({ provider: 'openrouter', amount: 0.00014535 })).toEqual({
    kind: 'priced',
    source: 'provider',
    nanoUsd: 145_350n,
    listNanoUsd: 145_350n,
    components: [{ component: 'provider_total', quantity: 1, nanoUsd: 145_350n }],
    rateCard: 'provider/openrouter',
  });
});

test.each([
  ['0.0000000005', 1n],
  ['0.00000000049999', 0n],
  [1e-7, 100n],
  [0, 0n],
  [0.1 + 0.2, 300_000_000n],
])('%s USD is rounded half up once', (amount, nanoUsd) => {
  expect(priceByProvider({ provider: 'openrouter', amount })).toMatchObject({ nanoUsd });
});

test.each([
  [{ amount: -1 }, 'provider_cost_invalid'],
  [{ amount: NaN }, 'provider_cost_invalid'],
  [{ amount: Infinity }, 'provider_cost_invalid'],
  [{ amount: 'free' }, 'provider_cost_invalid'],
  [{ amount: 1e12 }, 'provider_cost_invalid'],
  [{ amount: 1, currency: 'EUR' }, 'provider_cost_currency'],
])('%j is no cost', (reported, reason) => {
  expect(priceByProvider({ provider: 'openrouter', ...reported })).toEqual({ kind: 'unpriced', reason });
});
