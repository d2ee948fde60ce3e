import { calcPrice } from '@pydantic/genai-prices';
import fc from 'fast-check';
import { createPriceBook } from './createPriceBook.ts';
import { priceCall, type Priced } from './priceCall.ts';
import { parsePriceOverlay } from './parsePriceOverlay.ts';
import type { Quantities } from './quantities.ts';

const atMs = Date.UTC(2026, 10, 22, 12);
const book = createPriceBook();
const gpt = book.resolve({ provider: 'openai', model: 'gpt-5-mini', atMs });
const claude = book.resolve({ provider: 'anthropic', model: 'claude-sonnet-4-5', atMs });

function price(quantities: Quantities, card = gpt, serviceTier?: string): Priced {
  const priced = priceCall({ quantities, card, serviceTier });
  if (priced.kind === 'unpriced') {
    throw new Error(priced.reason);
  }
  return priced;
}

test('prices a call with cached and reasoning tokens', () => {
  expect(price({ input: 466, cache_read: 1024, output: 128, reasoning: 128 }).nanoUsd).toBe(654_100n);
});

test('bills an hour of cache at its own rate', () => {
  const priced = price({ input: 210, cache_read: 4096, cache_write_5m: 512, cache_write_1h: 256, output: 300 }, claude);
  expect(priced.nanoUsd).toBe(BigInt(210 * 3000 + 4096 * 300 + 512 * 3750 + 256 * 6000 + 300 * 15000));
});

test('a long context raises the whole call, cached input counted', () => {
  expect(price({ input: 200_000, output: 1 }, claude).nanoUsd).toBe(BigInt(200_000 * 3000 + 15000));
  expect(price({ input: 200_000, cache_read: 1, output: 1 }, claude).nanoUsd).toBe(
    BigInt(200_000 * 6000 + 600 + 22500)
  );
});

test('batch halves tokens and leaves tool fees', () => {
  expect(price({ input: 1000, web_search: 2 }, claude, 'batch').nanoUsd).toBe(BigInt(1000 * 1500 + 2 * 10_000_000));
});

test.each([
  [{ input: 1 }, 'scale', 'service_tier_scale'],
  [{ input: 1 }, 'something-new', 'service_tier_unknown'],
  [{ input: 1 }, 'flex+something-new', 'service_tier_unknown'],
  [{ input: 1 }, 'flex+geo_mars', 'inference_geo_unknown'],
  [{ input: 1 }, '__proto__', 'service_tier_unknown'],
  [{ cache_write_1h: 1 }, undefined, 'no_rate_cache_write_1h'],
  [{ input_audio: 1 }, undefined, 'no_rate_input_audio'],
])('%j on %s is unpriced: %s', (quantities, serviceTier, reason) => {
  expect(priceCall({ quantities, card: gpt, serviceTier })).toEqual({ kind: 'unpriced', reason });
});

test('an unknown model, an unknown provider and no model at all are unpriced', () => {
  expect(book.resolve({ provider: 'openai', model: 'gpt-99-nano', atMs })).toEqual({
    kind: 'unpriced',
    reason: 'unknown_model',
  });
  expect(book.resolve({ provider: 'acme', model: 'gpt-5-mini', atMs })).toMatchObject({ reason: 'unknown_model' });
  expect(book.resolve({ provider: 'openai', model: '', atMs })).toMatchObject({ reason: 'no_model' });
});

test('a contract holds from its first day to before its last, list stays beside it', () => {
  const overlay = parsePriceOverlay({
    contracts: [
      { provider: 'openai', model: 'gpt-5-mini', from: '2026-10-05', ratesPerMillion: { output: '1.5' } },
      { provider: 'openai', from: '2026-10-05', to: '2026-11-23', discountPercent: '8' },
    ],
  });
  const contracted = createPriceBook(overlay);
  const quantities = { input: 1000, output: 1000 };
  const on = (day: number) =>
    price(quantities, contracted.resolve({ provider: 'openai', model: 'gpt-5-mini', atMs: day }));

  expect(on(Date.UTC(2026, 9, 4, 23, 59)).nanoUsd).toBe(2_250_000n);
  const inForce = on(Date.UTC(2026, 9, 5));
  expect(inForce.nanoUsd).toBe(1000n * 230n + 1000n * 1500n);
  expect(inForce.listNanoUsd).toBe(2_250_000n);
  expect(inForce.rateCard).toBe('genai-prices@0.1.8/openai/gpt-5-mini+contract-1+contract-2');
  expect(on(Date.UTC(2026, 10, 23)).nanoUsd).toBe(1000n * 250n + 1000n * 1500n);
});

test('a self-hosted model costs what the contract says', () => {
  const overlay = parsePriceOverlay({
    contracts: [
      { provider: 'vllm', model: 'qwen', from: '2026-01-01', ratesPerMillion: { input: '0.1', output: '0.3' } },
    ],
  });
  const card = createPriceBook(overlay).resolve({ provider: 'vllm', model: 'qwen', atMs });
  expect(price({ input: 10, output: 10 }, card)).toMatchObject({ nanoUsd: 4000n, listNanoUsd: 4000n });
});

test('a call itself can have a fee', () => {
  const card = book.resolve({ provider: 'perplexity', model: 'sonar', atMs });
  expect(price({ input: 1000 }, card)).toMatchObject({
    nanoUsd: 1000n * 1000n + 12_000_000n,
    components: [{ component: 'input' }, { component: 'request', quantity: 1, nanoUsd: 12_000_000n }],
  });
});

const quantity = fc.nat(400_000);
const anyQuantities = fc.record({
  input: quantity,
  cache_read: quantity,
  cache_write_5m: quantity,
  cache_write_1h: quantity,
  output: quantity,
  reasoning: quantity,
  web_search: fc.nat(20),
});

test('components sum exactly to the call, none is negative', () => {
  const overlay = parsePriceOverlay({
    contracts: [{ provider: 'anthropic', from: '2026-01-01', discountPercent: '7.3331' }],
  });
  const card = createPriceBook(overlay).resolve({ provider: 'anthropic', model: 'claude-sonnet-4-5', atMs });
  fc.assert(
    fc.property(anyQuantities, (quantities) => {
      const priced = price(quantities, card);
      const costs = priced.components.map((component) => component.nanoUsd);
      expect(costs.reduce((sum, cost) => sum + cost, 0n)).toBe(priced.nanoUsd);
      expect(costs.every((cost) => cost >= 0n)).toBe(true);
      expect(priced.nanoUsd <= priced.listNanoUsd).toBe(true);
    })
  );
});

test('rates beyond the pico-USD, and sums beyond 2⁵³ of them, are as exact', () => {
  const discountPercent = '33.3333';
  const overlay = parsePriceOverlay({ contracts: [{ provider: 'openai', from: '2026-01-01', discountPercent }] });
  const contracted = createPriceBook(overlay);
  const odd = contracted.resolve({ provider: 'openai', model: 'gpt-5-mini', atMs });
  const million = parsePriceOverlay({
    selfHosted: [{ provider: 'vllm', model: 'm', ratesPerMillion: { input: '0.0000037', output: '900000' } }],
  });
  const extreme = createPriceBook(million).resolve({ provider: 'vllm', model: 'm', atMs });
  fc.assert(
    fc.property(quantity, quantity, (input, output) => {
      // 250 and 2,000 nano-USD a token less 33.3333 %, in 10⁻⁶ nano-USD.
      const paid = BigInt(input) * 250n * 666_667n + BigInt(output) * 2_000n * 666_667n;
      expect(price({ input, output }, odd).nanoUsd).toBe((paid + 500_000n) / 1_000_000n);
      // 0.0037 and 900,000,000 nano-USD a token, in 10⁻⁴ nano-USD.
      const sum = BigInt(input) * 37n + BigInt(output) * 9_000_000_000_000n;
      const priced = price({ input, output }, extreme);
      expect([priced.nanoUsd, priced.listNanoUsd]).toEqual(Array(2).fill((sum + 5_000n) / 10_000n));
      expect(priced.components.reduce((all, { nanoUsd }) => all + nanoUsd, 0n)).toBe(priced.nanoUsd);
    })
  );
});

test.each([
  ['openai', 'gpt-5-mini'],
  ['openai', 'gpt-5.4'],
  ['openai', 'gpt-4o'],
  ['anthropic', 'claude-sonnet-4-5'],
  ['anthropic', 'claude-opus-4-7'],
  ['anthropic', 'claude-haiku-4-5-20251001'],
])('agrees with the catalogue’s own arithmetic: %s %s', (provider, model) => {
  const card = book.resolve({ provider, model, atMs });
  fc.assert(
    fc.property(quantity, quantity, quantity, (input, cached, output) => {
      const usage = { input_tokens: input + cached, cache_read_tokens: cached, output_tokens: output };
      const oracle = calcPrice(usage, model, { providerId: provider, timestamp: new Date(atMs) });
      const ours = price({ input, cache_read: cached, output }, card);
      // The oracle works in doubles; ours is exact to half a nano-dollar.
      expect(Math.abs(Number(ours.nanoUsd) / 1e9 - (oracle?.total_price ?? NaN))).toBeLessThan(1e-9);
    })
  );
});
