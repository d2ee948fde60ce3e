import fc from 'fast-check';
import { segmentRows } from './segmentRows.ts';
import type { Series } from './series.ts';

const at = (value: number, labels: Record<string, string>): Series => ({ labels, points: [{ atMs: 0, value }] });
const search = { feature: 'search', provider: 'openai', model: 'a' };
const a = { provider: 'openai', model: 'a' };
const none = { cost: [], attempts: [], retries: [], tokens: [], componentCost: [], componentQuantity: [] };

test('lays a segment’s cost onto its tokens at the model’s prices, and infers what was repeated', () => {
  const rows = segmentRows({
    cost: [at(10, search)],
    attempts: [at(1000, search)],
    retries: [at(1, search)],
    tokens: [at(4000, { ...search, token_type: 'input' }), at(500, { ...search, token_type: 'output' })],
    // An output token costs eight times an input token: 4,000 and 500 × 8 share the cost half and half.
    componentCost: [at(1, { ...a, component: 'input' }), at(8, { ...a, component: 'output' })],
    componentQuantity: [at(1000, { ...a, component: 'input' }), at(1000, { ...a, component: 'output' })],
  });
  expect(rows).toEqual([
    {
      labels: search,
      calls: 900,
      attempts: 1000,
      quantities: { input: 4000, output: 500 },
      costs: { input: 5_000_000_000n, output: 5_000_000_000n },
    },
  ]);
});

test('what has no price by kind is one undivided sum; what had neither cost nor call is left out', () => {
  const gone = { ...search, feature: 'gone' };
  expect(segmentRows({ ...none, cost: [at(2, search), at(0, gone)], attempts: [at(5, search), at(0, gone)] })).toEqual([
    {
      labels: search,
      calls: 5,
      attempts: 5,
      quantities: { provider_total: 5 },
      costs: { provider_total: 2_000_000_000n },
    },
  ]);
});

test('every segment’s parts add up to its cost to the nano-USD, whatever its names', () => {
  const usd = fc.integer({ min: 0, max: 1e12 }).map((nano) => nano / 1e9);
  const count = fc.integer({ min: 0, max: 1e7 });
  const segment = fc.record({ feature: fc.string(), provider: fc.string(), model: fc.string() });
  fc.assert(
    fc.property(segment, usd, count, count, count, usd, usd, (labels, cost, attempts, input, output, cheap, dear) => {
      const price = (component: string) => ({ provider: labels.provider, model: labels.model, component });
      const [row] = segmentRows({
        cost: [at(cost, labels)],
        attempts: [at(attempts, labels)],
        retries: [],
        tokens: [at(input, { ...labels, token_type: 'input' }), at(output, { ...labels, token_type: 'output' })],
        componentCost: [at(cheap, price('input')), at(dear, price('output'))],
        componentQuantity: [at(1e6, price('input')), at(1e6, price('output'))],
      });
      const sum = Object.values(row?.costs ?? {}).reduce((all, part) => all + part, 0n);
      expect(sum).toBe(BigInt(Math.round(cost * 1e9)));
    })
  );
});
