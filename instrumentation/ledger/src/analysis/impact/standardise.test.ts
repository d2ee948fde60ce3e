import { heldFixed } from './heldFixed.ts';
import type { ImpactCell } from './impactCell.ts';
import { standardise } from './standardise.ts';

/** `tokens` a call at `price` USD for each. */
const cell = (
  day: number,
  requests: number,
  tokens: number,
  price: number,
  rest: Partial<ImpactCell> = {}
): ImpactCell => ({
  day,
  provider: 'openai',
  model: 'small',
  serviceTier: 'default',
  requestType: 'chat',
  requests,
  usd: requests * tokens * price,
  components: [{ component: 'input', quantity: requests * tokens, usd: requests * tokens * price }],
  ...rest,
});

const logs = (cells: readonly ImpactCell[], lever = 'prompt_caching') =>
  standardise(cells, heldFixed(lever)).map(({ log }) => log);

test('a new price leaves the data, except where the price is the lever', () => {
  const cells = [cell(1, 10, 100, 2), cell(2, 10, 100, 1), cell(3, 10, 50, 1)];
  expect(logs(cells)).toEqual([Math.log(100), Math.log(100), Math.log(50)]);
  expect(logs(cells, 'contract')).toEqual([Math.log(200), Math.log(100), Math.log(50)]);
});

test('a shift between models leaves the data, except where routing is the lever', () => {
  const large = { model: 'large' };
  const cells = [cell(1, 90, 100, 1), cell(1, 10, 100, 5, large), cell(2, 10, 100, 1), cell(2, 90, 100, 5, large)];
  const [before = 0, after = 0] = logs(cells);
  expect(after).toBeCloseTo(before, 12);
  expect(logs(cells, 'tier_routing')).toEqual([Math.log(140), Math.log(460)]);
});

test('a tier of half the price is the effect of batch shifting and of nothing else', () => {
  const batch = { serviceTier: 'batch' };
  const cells = [cell(1, 100, 100, 1), cell(2, 50, 100, 1), cell(2, 50, 100, 0.5, batch)];
  expect(logs(cells, 'batch_shifting')).toEqual([Math.log(100), Math.log(75)]);
  const [before = 0, after = 0] = logs(cells);
  expect(after).toBeCloseTo(before, 12);
});

test('a model that comes moves nothing by itself; days without calls or cost are left out', () => {
  const cells = [cell(1, 10, 100, 1), cell(2, 10, 100, 1), cell(2, 10, 100, 9, { model: 'new' }), cell(3, 0, 0, 1)];
  const [before = 0, after = 0, ...more] = logs(cells);
  expect(after).toBeCloseTo(before, 12);
  expect(more).toEqual([]);
  expect(standardise([], heldFixed('other'))).toEqual([]);
});

test('what was paid stays as it was paid', () => {
  expect(standardise([cell(1, 10, 100, 2), cell(2, 10, 100, 1)], heldFixed('other')).map(({ usd }) => usd)).toEqual([
    2_000, 1_000,
  ]);
});
