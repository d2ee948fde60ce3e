import fc from 'fast-check';
import { atNewestPrices } from './atNewestPrices.ts';
import type { ImpactCell } from './impactCell.ts';
import type { ListedUnits } from './listedUnits.ts';

const cell = (day: number, quantity: number, unit: number, rest: Partial<ImpactCell> = {}): ImpactCell => ({
  ...{ day, provider: 'openai', model: 'large', serviceTier: 'default', requestType: 'chat', requests: 10 },
  usd: quantity * unit,
  components: [{ component: 'input', quantity, usd: quantity * unit }],
  ...rest,
});

/** $2.50 a unit, $2.30 from day 2 on; half as much in batches; twice as much where the input is long. */
const listed: ListedUnits = ({ model, serviceTier }, component, day) => {
  const low = (day < 2 ? 2.5 : 2.3) * (serviceTier === 'batch' ? 0.5 : 1);
  return model === 'large' && component === 'input' ? { low, high: 2 * low } : undefined;
};
const rated = (cells: readonly ImpactCell[], list = listed) => cells.map(atNewestPrices(cells, list));

test('how long inputs were stays in the cost, whatever a day of few calls paid for a unit', () => {
  const [first, second, last] = rated([cell(1, 1_000, 2.8), cell(2, 1_000, 2.3), cell(3, 10, 3.1)]);
  expect(first).toBeCloseTo(2_576, 9);
  expect(second).toBeCloseTo(2_300, 9);
  expect(last).toBeCloseTo(31, 9);
});

test('what is no longer used is rated at the price of the last day, too', () => {
  const batch = { serviceTier: 'batch' };
  expect(rated([cell(1, 1_000, 2.5), cell(3, 1_000, 1.15, batch)])[0]).toBeCloseTo(2_300, 9);
});

test('where the list is not what was paid, the last day that was paid stands for the newest price', () => {
  const other = { model: 'other' };
  expect(rated([cell(1, 1_000, 3, other), cell(2, 500, 2, other)])).toEqual([2_000, 1_000]);
  // Below what the list has: corrected without a date, or of an hour that is cheaper.
  expect(rated([cell(1, 1_000, 1.9), cell(2, 1_000, 2.3)])[0]).toBeCloseTo(2_300, 9);
  expect(rated([cell(1, 1_000, 2.5), cell(2, 1_000, 1.9)])).toEqual([1_900, 1_900]);
});

test('what no component explains, and what was free, stays as it was paid', () => {
  const fee = { usd: 2_507, components: [{ component: 'input', quantity: 1_000, usd: 2_500 }] };
  const free = { usd: 0, components: [{ component: 'input', quantity: 1_000, usd: 0 }] };
  const [withFee, gratis] = rated([cell(1, 0, 0, fee), cell(1, 0, 0, free), cell(2, 1_000, 2.3)]);
  expect(withFee).toBeCloseTo(2_307, 9);
  expect(gratis).toBe(0);
  expect(rated([])).toEqual([]);
});

test('new prices alone move nothing', () => {
  const prices = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 2, maxLength: 30 });
  const longs = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(prices, longs, (lows, long) => {
      const list: ListedUnits = (_cell, _component, day) => ({ low: lows[day] ?? NaN, high: 2 * (lows[day] ?? NaN) });
      const cells = lows.map((low, day) => cell(day, 1_000, low * (1 + (long[day] ?? 0))));
      const last = lows.at(-1) ?? NaN;
      rated(cells, list).forEach((usd, day) => expect(usd / (1_000 * last)).toBeCloseTo(1 + (long[day] ?? 0), 6));
    })
  );
});
