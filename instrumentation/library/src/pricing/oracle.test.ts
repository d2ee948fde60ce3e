import { calcPrice } from '@pydantic/genai-prices';
import Big from 'big.js';
import fc from 'fast-check';
import type { Component } from '../contract/index.ts';
import { createPriceBook } from './createPriceBook.ts';
import { priceCall } from './priceCall.ts';

const atMs = Date.UTC(2026, 10, 22, 12);
const timestamp = new Date(atMs);
const book = createPriceBook();

/** Written from the price pages' rules, apart from ours: which catalogue key bills what, and in which unit. */
const BILLED_BY: readonly (readonly [Component, keys: readonly string[], per: number])[] = [
  ['input', ['input_mtok'], 1e6],
  ['cache_read', ['cache_read_mtok'], 1e6],
  ['cache_write', ['cache_write_mtok'], 1e6],
  ['cache_write_5m', ['cache_write_mtok'], 1e6],
  ['cache_write_1h', ['cache_write_1h_mtok'], 1e6],
  ['output', ['output_mtok'], 1e6],
  ['reasoning', ['output_reasoning_mtok', 'output_mtok'], 1e6],
  ['input_audio', ['input_audio_mtok'], 1e6],
  ['cache_read_audio', ['cache_audio_read_mtok'], 1e6],
  ['output_audio', ['output_audio_mtok'], 1e6],
  ['input_image', ['input_image_mtok'], 1e6],
  ['output_image', ['output_image_mtok'], 1e6],
  ['web_search', ['web_searches_kcount'], 1e3],
  ['file_search', ['storage_searches_kcount'], 1e3],
];
type Price = number | { base: number; tiers: { start: number; price: number }[] };

function modelsOf(providerId: string, anyModel: string) {
  const models = calcPrice({ input_tokens: 0 }, anyModel, { providerId, timestamp })?.provider.models ?? [];
  return models.flatMap((model) => {
    // Bedrock's regional prices are asked for by a region's profile.
    const id = model.id.replace(/^regional\./, 'us.');
    const found = calcPrice({ input_tokens: 0 }, id, { providerId, timestamp });
    // Some ids match another entry first; then that is what the catalogue would charge.
    return found
      ? [{ id, prices: new Map<string, Price>(Object.entries(found.model_price) as [string, Price][]) }]
      : [];
  });
}

const PROVIDERS = [
  ['openai', 'gpt-4o', 80],
  ['anthropic', 'claude-sonnet-4-5', 20],
  ['google', 'gemini-2.5-pro', 45],
  ['aws', 'amazon.nova-lite-v1:0', 90],
] as const;

test.each(PROVIDERS)('every model of %s costs what big.js says, to the last digit', (provider, anyModel, atLeast) => {
  const models = modelsOf(provider, anyModel);
  expect(models.length).toBeGreaterThanOrEqual(atLeast);
  for (const { id, prices } of models) {
    const rated = BILLED_BY.flatMap(([component, keys, per]) => {
      const price = keys.map((key) => prices.get(key)).find((found) => found !== undefined);
      return price === undefined ? [] : [{ component, price, per }];
    });
    const count = fc.oneof(fc.nat(5_000), fc.nat(400_000));
    const usage = fc.record(Object.fromEntries(rated.map(({ component }) => [component, count])));
    fc.assert(
      fc.property(usage, fc.constantFrom(undefined, '0.5'), (quantities, batch) => {
        const input = Object.entries(quantities)
          .filter(([component]) => component.startsWith('input') || component.startsWith('cache'))
          .reduce((sum, [, quantity]) => sum + quantity, 0);
        let cost = new Big(0);
        for (const { component, price, per } of rated) {
          const isFee = component === 'web_search' || component === 'file_search';
          const rate = new Big(typeof price === 'number' ? price : stepped(price, input));
          const factor = batch && !isFee ? batch : 1;
          // Repeating decimals end at 10⁻¹⁸ USD a token, as the catalogue's doubles do.
          const each = rate.div(per).round(18, Big.roundHalfUp);
          cost = cost.plus(each.times(quantities[component] ?? 0).times(factor));
        }
        const card = book.resolve({ provider, model: id, atMs });
        const cached = Object.keys(quantities).some(
          (component) => component.startsWith('cache') && quantities[component]
        );
        const priced = priceCall({ quantities, card, serviceTier: batch && 'batch' });
        if (provider === 'google' && batch && cached) {
          expect(priced).toMatchObject({ reason: expect.stringMatching(/^no_rate_cache/) });
          return;
        }
        const expected = cost.round(9, Big.roundHalfUp);
        const ours = priced.kind === 'priced' ? new Big(String(priced.nanoUsd)).div(1e9) : undefined;
        expect({ id, cost: ours?.toFixed() }).toEqual({ id, cost: expected.toFixed() });
        // Before the one rounding of the whole call, the sum itself.
        expect(cost.minus(expected).abs().lte('5e-10')).toBe(true);
      }),
      { numRuns: 25 }
    );
  }
});

function stepped({ base, tiers }: { base: number; tiers: { start: number; price: number }[] }, input: number): number {
  const reached = tiers.filter(({ start }) => input > start).sort((a, b) => b.start - a.start);
  return reached[0]?.price ?? base;
}
