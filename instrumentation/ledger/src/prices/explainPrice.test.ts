import { createPriceBook, parsePriceOverlay, priceCall, type Quantities } from '@ai-finops/instrumentation/pricing';
import Big from 'big.js';
import fc from 'fast-check';
import { explainPrice } from './explainPrice.ts';

const atMs = Date.UTC(2026, 10, 22);
const book = createPriceBook(
  parsePriceOverlay({
    contracts: [
      {
        provider: 'anthropic',
        from: '2026-01-01',
        to: '2027-01-01',
        discountPercent: '7.3331',
        components: ['output'],
      },
      { provider: 'anthropic', from: '2026-01-01', ratesPerMillion: { cache_read: '0.123456' } },
    ],
  })
);
const card = book.resolve({ provider: 'anthropic', model: 'claude-sonnet-4-5-20250929', atMs });

function explain(quantities: Quantities, serviceTier?: string) {
  const explained = explainPrice({ quantities, card, serviceTier });
  if ('kind' in explained) {
    throw new Error(explained.reason);
  }
  return explained;
}

test('shows quantity, rates, tier, contract and cost of every component', () => {
  expect(explain({ input: 210_000, cache_read: 1_000, output: 100 }, 'batch+geo_us')).toMatchObject({
    card: 'genai-prices@0.1.8/anthropic/claude-sonnet-4-5+contract-1+contract-2',
    model: 'claude-sonnet-4-5',
    longContextAbove: 200_000,
    contracts: [
      { id: 'contract-1', from: '2026-01-01', to: '2027-01-01' },
      { id: 'contract-2', from: '2026-01-01' },
    ],
    components: [
      {
        component: 'input',
        listPerMillion: '6',
        tierFactor: '0.55',
        paidPerMillion: '3.3',
        source: 'list',
        usd: '0.693',
      },
      { component: 'cache_read', listPerMillion: '0.6', paidPerMillion: '0.0679008', source: 'contract-2' },
      { component: 'output', listPerMillion: '22.5', paidPerMillion: '11.467528875', source: 'contract-1 -7.3331 %' },
    ],
  });
});

test('the working is the price: quantity × rate adds up', () => {
  const quantity = fc.nat(300_000);
  fc.assert(
    fc.property(
      fc.record({ input: quantity, cache_read: quantity, output: quantity, web_search: fc.nat(9) }),
      fc.constantFrom(undefined, 'batch', 'geo_us', 'batch+geo_us'),
      (quantities, serviceTier) => {
        const explained = explain(quantities, serviceTier);
        const priced = priceCall({ quantities, card, serviceTier });
        const worked = explained.components.reduce(
          (sum, part) => sum.plus(new Big(part.paidPerMillion).times(part.quantity).div(1_000_000)),
          new Big(0)
        );
        expect(worked.round(9, Big.roundHalfUp).eq(explained.usd)).toBe(true);
        expect(new Big(explained.usd).times(1e9).toFixed()).toBe(String(priced.kind === 'priced' && priced.nanoUsd));
      }
    )
  );
});

test('says why there is no price', () => {
  expect(explainPrice({ quantities: { input_audio: 1 }, card })).toEqual({
    kind: 'unpriced',
    reason: 'no_rate_input_audio',
  });
});
