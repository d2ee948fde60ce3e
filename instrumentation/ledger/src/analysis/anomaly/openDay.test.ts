import fc from 'fast-check';
import { anomalySentence } from './anomalySentence.ts';
import type { HourlyUse } from './hourlyUse.ts';
import { openRise } from './openRise.ts';
import { projectDay } from './projectDay.ts';
import { scoreDays } from './scoreDays.ts';

/** A day whose cost by noon is `share` of it; calls alike. */
function day(share: number, cost = 100, calls = 50): HourlyUse {
  const hours = (all: number) => Array.from({ length: 24 }, (_, hour) => (all * (hour < 12 ? share : 1 - share)) / 12);
  return { cost: hours(cost), calls: hours(calls) };
}

test('the worked number', () => {
  const projected = projectDay({ cost: 60, calls: 30 }, 0.5, [day(0.4), day(0.5), day(0.45)]);
  expect(projected?.share).toBeCloseTo(0.5, 12);
  expect(projected?.cost).toBeCloseTo(120, 9);
  expect(projected?.calls).toBeCloseTo(60, 9);
});

test('a batch at night that is dearer a call makes no rise of its morning', () => {
  // By noon half of the calls were made, for 80 % of the cost: the rest of the day is cheaper.
  const batch = { cost: day(0.8).cost, calls: day(0.5).calls };
  const projected = projectDay({ cost: 80, calls: 25 }, 0.5, [batch, batch, batch]);
  expect(projected?.cost).toBeCloseTo(100, 9);
  expect((projected?.cost ?? 0) / (projected?.calls ?? 1)).toBeCloseTo(2, 9);
});

test('nothing is said of a day that has hardly begun, of few days, and of no cost', () => {
  const week = Array.from({ length: 7 }, () => day(0.5));
  expect(projectDay({ cost: 60, calls: 30 }, 0.2, week)).toBeUndefined();
  expect(projectDay({ cost: 60, calls: 30 }, 0.26, week)?.share).toBeCloseTo(0.26, 12);
  expect(projectDay({ cost: 60, calls: 30 }, 0.5, week.slice(0, 2))).toBeUndefined();
  expect(projectDay({ cost: 60, calls: 30 }, 0.5, [...week.slice(0, 2), day(0.5, 0, 0)])).toBeUndefined();
  expect(projectDay({ cost: 0, calls: 30 }, 0.5, week)).toBeUndefined();
  expect(projectDay({ cost: 60, calls: 0 }, 0.5, week)).toMatchObject({ calls: 0 });
});

test('a projection is never less than what is spent; at the end of the day it is what was spent', () => {
  const amount = fc.double({ min: 0, max: 1e12, noNaN: true });
  const hours = fc.array(amount, { minLength: 24, maxLength: 24 });
  const use = fc.record({ cost: hours, calls: hours });
  fc.assert(
    fc.property(
      fc.array(use, { maxLength: 7 }),
      amount,
      amount,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (days, cost, calls, time) => {
        const projected = projectDay({ cost, calls }, time, days);
        if (projected) {
          expect(projected.cost).toBeGreaterThanOrEqual(cost);
          expect(projected.share > 0 && projected.share <= 1).toBe(true);
          expect(projected.calls).toBeGreaterThanOrEqual(0);
        }
        expect(projectDay({ cost, calls }, 1, days)?.cost ?? cost).toBeCloseTo(cost, 0);
      }
    ),
    { numRuns: 50 }
  );
});

const WEEK = [1, 1.05, 1.02, 0.98, 1, 0.4, 0.35];
const usual = (days: number) => ({
  cost: Array.from({ length: days }, (_, at) => 100 * (WEEK[at % 7] ?? 1) * (1 + 0.04 * Math.sin(at * 12.9898))),
  calls: Array.from({ length: days }, (_, at) => Math.round(1_000 * (WEEK[at % 7] ?? 1))),
});
const rise = (cost: number, calls: number, share = 0.5, rules: Parameters<typeof openRise>[2] = { gate: 10 }) => {
  const before = usual(91);
  const series = { cost: [...before.cost, cost], calls: [...before.calls, calls] };
  return openRise(series, share, rules, scoreDays(series));
};

test('a rise is told on the channel it moves; a usual day, a fall and pennies are not', () => {
  expect(rise(300, 3_000)).toMatchObject({ day: 91, since: 91, channel: 'cost', isDismissed: false });
  expect(rise(200, 950)).toMatchObject({ channel: 'cost_per_call' });
  expect(rise(100, 950)).toBeUndefined();
  expect(rise(5, 50)).toBeUndefined();
  expect(rise(300, 3_000, 0.5, { gate: 150 })).toBeUndefined();
  // $200 above by the evening, of which little is spent yet.
  expect(rise(300, 3_000, 0.26, { gate: 60 })).toBeUndefined();
});

test('it takes more than a closed day', () => {
  const before = usual(91);
  const least = (isAlarm: (cost: number) => boolean) => {
    let cost = 100;
    while (!isAlarm(cost) && cost < 1_000) {
      cost += 1;
    }
    return cost;
  };
  const closed = least((cost) => {
    const series = { cost: [...before.cost, cost], calls: [...before.calls, cost * 10] };
    return (scoreDays(series).at(-1)?.[0]?.score ?? 0) >= 4;
  });
  expect(least((cost) => rise(cost, cost * 10) !== undefined)).toBeGreaterThan(closed);
});

test('a mark on the day holds', () => {
  expect(rise(300, 3_000, 0.5, { gate: 10, dismissed: new Set([91]) })).toMatchObject({ isDismissed: true });
});

test('the sentence says by when', () => {
  const open = { feature: 'search', since: '2026-11-17', deviation: 41e9, expected: 108e9, until: '14:00' };
  expect(anomalySentence(open, undefined)).toBe('search: +38 % on Tue 17 Nov by 14:00 UTC, ≈ $41 more so far.');
});
