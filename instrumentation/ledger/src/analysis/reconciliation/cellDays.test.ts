import fc from 'fast-check';
import type { BillLine } from './billLine.ts';
import { cellDays } from './cellDays.ts';
import type { EstimateCell } from './estimateCell.ts';
import { reconcile } from './reconcile.ts';

const names = { provider: 'openai', account: 'main', model: 'gpt-5-mini', component: 'input' };
const estimate = (day: string, nano: bigint, more = {}): EstimateCell => ({
  ...names,
  day,
  tier: 'default',
  quantity: nano * 10n,
  costNanoUsd: nano,
  ...more,
});
const line = (day: string, nano: bigint, more = {}): BillLine => ({
  ...names,
  day,
  description: 'input',
  category: 'usage',
  quantity: nano * 10n,
  effectiveNanoUsd: nano,
  billedNanoUsd: nano,
  ...more,
});
const { provider: _provider, ...key } = names;

test('days of both stand beside each other, a day of one alone with nothing of the other', () => {
  expect(
    cellDays(
      [estimate('2026-10-02', 7n), estimate('2026-10-01', 5n)],
      [line('2026-10-01', 6n), line('2026-10-03', 1n)],
      key
    )
  ).toEqual([
    { day: '2026-10-01', through: undefined, ...amounts(5n, 6n) },
    { day: '2026-10-02', through: undefined, ...amounts(7n, 0n) },
    { day: '2026-10-03', through: undefined, ...amounts(0n, 1n) },
  ]);
});

test('a charge for the month is no day’s: it stands for itself, and the days it covers have none of their own', () => {
  const days = cellDays([estimate('2026-10-02', 7n)], [line('2026-10-01', 9n, { through: '2026-10-31' })], key);
  expect(days).toEqual([
    { day: '2026-10-01', through: '2026-10-31', ...amounts(undefined, 9n) },
    { day: '2026-10-02', through: undefined, ...amounts(7n, undefined) },
  ]);
});

test('a bill without quantities has none by day', () => {
  const [day] = cellDays([estimate('2026-10-01', 7n)], [line('2026-10-01', 9n, { quantity: undefined })], key);
  expect(day).toMatchObject({ effectiveNanoUsd: 9n, billQuantity: undefined, estimateQuantity: 70n });
});

test('there are no days of a cell that is none', () => {
  expect(cellDays([estimate('2026-10-01', 7n)], [line('2026-10-01', 9n)], { ...key, model: 'x' })).toEqual([]);
});

test('whatever bill and books say, the days of each cell add up to it', () => {
  const day = fc.integer({ min: 1, max: 9 }).map((number) => `2026-10-0${number}`);
  const nano = fc.bigInt({ min: -1000n, max: 1000n });
  const model = fc.constantFrom('a', 'b', undefined);
  const component = fc.constantFrom('input', 'output', 'reasoning');
  fc.assert(
    fc.property(
      fc.array(fc.record({ day, nano, model: fc.constantFrom('a', 'b'), component }), { maxLength: 12 }),
      fc.array(fc.record({ day, nano, model, component, isLong: fc.boolean() }), { maxLength: 12 }),
      (counted, billed) => {
        const estimates = counted.map((one) => estimate(one.day, one.nano, one));
        const lines = billed.map(({ isLong, ...one }) =>
          line(one.day, one.nano, { ...one, ...(isLong && { through: '2026-10-31' }) })
        );
        for (const cell of reconcile(estimates, lines).cells) {
          const days = cellDays(estimates, lines, cell);
          const sum = (value: (one: (typeof days)[number]) => bigint | undefined) =>
            days.reduce((all, one) => all + (value(one) ?? 0n), 0n);
          expect(sum(({ estimateNanoUsd }) => estimateNanoUsd)).toBe(cell.estimateNanoUsd);
          expect(sum(({ effectiveNanoUsd }) => effectiveNanoUsd)).toBe(cell.effectiveNanoUsd);
        }
      }
    )
  );
});

function amounts(estimated: bigint | undefined, billed: bigint | undefined) {
  const tenfold = (nano: bigint | undefined) => (nano === undefined ? undefined : nano * 10n);
  return {
    ...{ estimateNanoUsd: estimated, estimateQuantity: tenfold(estimated) },
    ...{ effectiveNanoUsd: billed, billQuantity: tenfold(billed) },
  };
}
