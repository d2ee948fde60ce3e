import { monthOutlook } from './monthOutlook.ts';

const day = (text: string) => Date.parse(text) / 86_400_000;
const history = Array.from({ length: 40 }, (_, index) => ({ day: day('2026-10-12') + index, usd: 10 }));
const path = { firstDay: day('2026-11-21'), usd: Array.from({ length: 90 }, () => 10), spreads: [] };

test('the month is its closed days and the forecast of those that are left', () => {
  const outlook = monthOutlook(history, path, 250);
  expect(outlook).toMatchObject({ spent: 200, usd: 300, low: 300, high: 300, firstDay: day('2026-11-01') });
  expect(outlook.lastDay).toBe(day('2026-11-30'));
  expect(outlook.end).toEqual({
    state: 'runs_out',
    day: day('2026-11-25'),
    earliest: day('2026-11-25'),
    latest: day('2026-11-25'),
  });
  expect(monthOutlook(history, path, 200).end).toEqual({ state: 'exhausted' });
  expect(monthOutlook(history, path, 301).end).toEqual({ state: 'lasts' });
  expect(monthOutlook(history, path, undefined).end).toBeUndefined();
});

test('on the first day of a month nothing is spent', () => {
  const first = { ...path, firstDay: day('2026-12-01') };
  expect(monthOutlook(history, first, undefined)).toMatchObject({ spent: 0, usd: 310 });
});
