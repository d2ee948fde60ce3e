import type { ScopeForecast } from '../questions/forecasts.ts';
import { dayText } from '../store/dayText.ts';
import { budgetEnds } from './budgetEnds.ts';

/** 2026-11-22: nine days of November are left. */
const FIRST_DAY = 20_779;

const made = (monthToDateUsd: number, more: Partial<ScopeForecast> = {}): ScopeForecast => ({
  ...{ scope: 'total', name: '', monthToDateUsd, lastKept: undefined, outsideShare: undefined },
  forecast: {
    state: 'ready',
    path: {
      firstDay: FIRST_DAY,
      usd: Array.from({ length: 90 }, () => 10),
      spreads: [{ kind: 'shared', usd: Array.from({ length: 90 }, () => 2) }],
    },
    ...{ coverage: [], notes: [] },
  },
  ...more,
});
const ends = (one: ScopeForecast, budget: number | undefined) =>
  budgetEnds([one], () => budget, 'AI platform').map(({ labels, value }) => [
    labels.bound,
    dayText(value / 86_400),
    labels.name,
  ]);

test('the day the rest of the budget is spent, and the range of days', () => {
  // $45 are left at $10 a day: on the fifth day.
  expect(ends(made(200), 245)).toEqual([
    ['earliest', expect.stringMatching(/^2026-11-2[56]$/), 'AI platform'],
    ['expected', '2026-11-26', 'AI platform'],
    ['latest', expect.stringMatching(/^2026-11-2[789]$/), 'AI platform'],
  ]);
});

test.each([
  ['lasts', 200, 2_000, []],
  ['may run out', 200, 295, ['earliest']],
  ['is used up', 200, 150, []],
  ['is not there', 200, undefined, []],
])('a budget that %s', (_state, spent, budget, bounds) => {
  expect(ends(made(spent), budget).map(([bound]) => bound)).toEqual(bounds);
});

test('without a forecast nothing is said; the day after the month is the next one’s', () => {
  expect(ends(made(200, { forecast: { state: 'gaps', reason: '' } }), 245)).toEqual([]);
  expect(ends(made(200), 300).map(([, day]) => day)).not.toContain('2026-12-01');
});
