import fc from 'fast-check';
import type { DailyUse } from './dailyUse.ts';
import { findAnomalies } from './findAnomalies.ts';
import { isWidespread } from './isWidespread.ts';
import { scoreDays } from './scoreDays.ts';
import { scoreSilence } from './scoreSilence.ts';
import { scoreWindow } from './scoreWindow.ts';

const WEEK = [1, 1.05, 1.02, 0.98, 1, 0.4, 0.35];

/** $100 a day and 1,000 calls, quieter at weekends, straying by 4 %. */
function usual(days: number, change: (day: number) => { cost?: number; calls?: number } = () => ({})): DailyUse {
  const all = Array.from({ length: days }, (_, day) => {
    const use = (WEEK[day % 7] ?? 1) * (1 + 0.04 * Math.sin(day * 12.9898));
    const { cost = 1, calls = 1 } = change(day);
    return {
      cost: 100 * use * cost * calls * (1 + 0.01 * Math.cos(day * 78.233)),
      calls: Math.round(1_000 * use * calls),
    };
  });
  return { cost: all.map(({ cost }) => cost), calls: all.map(({ calls }) => calls) };
}

const incidents = (series: DailyUse, gate = 10) =>
  findAnomalies(series, { gate })
    .filter(({ day, since }) => day === since)
    .map(({ day, score, channel }) => ({ day, isUp: score > 0, channel }));

test('a usual feature, weekends included, is never news', () => {
  expect(incidents(usual(200))).toEqual([]);
});

test('the worked number', () => {
  // 28 days around $100, a history that spreads 0.11, then $165.
  const values = Array.from({ length: 70 }, (_, day) => 100 * Math.exp(0.11 * Math.sin(day * 12.9898)));
  const scores = scoreWindow([...values, 165], Array<number>(71).fill(1e6), {
    channel: 'cost',
    days: 1,
    baselineDays: 14,
    prior: 0.3,
    floor: 0.06,
    alarmAt: 3,
  });
  const last = scores.at(-1);
  expect(last?.score).toBeGreaterThan(4);
  expect(last?.score).toBeLessThan(6.5);
  expect(last?.expected).toBeGreaterThan(92);
  expect(last?.expected).toBeLessThan(108);
});

test('kinds of events are found, on the channel they move', () => {
  expect(incidents(usual(90, (day) => ({ calls: day === 80 ? 3 : 1 })))).toEqual([
    { day: 80, isUp: true, channel: 'cost' },
  ]);
  expect(incidents(usual(90, (day) => ({ cost: day >= 80 && day < 82 ? 1.6 : 1 })))[0]).toEqual({
    day: 80,
    isUp: true,
    channel: 'cost_per_call',
  });
  expect(incidents(usual(90, (day) => ({ cost: day >= 60 ? 0.7 : 1 })))).toEqual([
    { day: 60, isUp: false, channel: 'cost_per_call' },
  ]);
  const drift = incidents(usual(120, (day) => ({ cost: Math.exp(0.012 * Math.max(0, day - 70)) })));
  expect(drift).toEqual([{ day: expect.any(Number), isUp: true, channel: 'cost_per_call' }]);
  expect(drift[0]?.day).toBeGreaterThan(70);
});

test('a feature that stops is news once; one that often rests is not', () => {
  expect(incidents(usual(100, (day) => ({ calls: day >= 90 ? 0 : 1 })))).toEqual([
    { day: expect.any(Number), isUp: false, channel: 'cost' },
  ]);
  expect(incidents(usual(150, (day) => ({ calls: day % 7 > 4 || day % 5 === 0 ? 0 : 1 })))).toEqual([]);
  expect(scoreSilence(Array<number>(80).fill(0)).every((day) => day === undefined || day.score === 0)).toBe(true);
});

test('a holiday is not news', () => {
  expect(incidents(usual(100, (day) => ({ calls: day === 88 ? 0.4 : 1 })))).toEqual([]);
});

test('below the gate nobody hears of it', () => {
  const event = usual(90, (day) => ({ calls: day === 80 ? 3 : 1 }));
  expect(incidents(event, 1_000)).toEqual([]);
});

test('days of one direction with at most a week between them are one incident', () => {
  const series = usual(100, (day) => ({ calls: [80, 81, 86, 97].includes(day) ? 3 : 1 }));
  const since = findAnomalies(series, { gate: 10 }).map((anomaly) => [anomaly.day, anomaly.since]);
  expect(since).toEqual([
    [80, 80],
    [81, 80],
    [86, 80],
    [97, 97],
  ]);
});

test('a mark silences its incident, and a like event must be louder for four weeks', () => {
  const series = usual(130, (day) => ({ calls: [80, 82].includes(day) ? 3 : day === 95 ? 1.75 : day === 125 ? 3 : 1 }));
  expect(findAnomalies(series, { gate: 10 }).map(({ day }) => day)).toEqual([80, 82, 95, 125]);
  const marked = findAnomalies(series, { gate: 10, dismissed: new Set([80]) });
  expect(marked.map(({ day, isDismissed }) => [day, isDismissed])).toEqual([
    [80, true],
    [82, true],
    [125, false],
  ]);
  const between = findAnomalies(series, { gate: 10, dismissed: new Set([81]) });
  expect(between.map(({ day, isDismissed }) => [day, isDismissed]).slice(0, 2)).toEqual([
    [80, false],
    [82, true],
  ]);
});

test('a day added changes no earlier one; the unit of money does not matter; nothing throws', () => {
  const amount = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10 ** 12 }));
  const day = fc.tuple(amount, fc.integer({ min: 0, max: 10_000 }));
  fc.assert(
    fc.property(fc.array(day, { maxLength: 60 }), fc.integer({ min: 0, max: 60 }), (days, cut) => {
      const series = { cost: days.map(([cost]) => cost), calls: days.map(([, calls]) => calls) };
      const scores = scoreDays(series);
      const until = scoreDays({ cost: series.cost.slice(0, cut), calls: series.calls.slice(0, cut) });
      expect(scores.slice(0, cut)).toEqual(until);
      scores
        .flat()
        .forEach(({ score, expected }) => expect([Number.isFinite(score), expected >= 0]).toEqual([true, true]));
      const cents = scoreDays({ ...series, cost: series.cost.map((cost) => cost * 128) });
      cents.flat().forEach(({ score }, index) => expect(score).toBeCloseTo(scores.flat()[index]?.score ?? NaN, 4));
    }),
    { numRuns: 40 }
  );
});

test('what a fifth of the features share, and five, is one story', () => {
  const calm = Array<number>(40).fill(0.5);
  expect(isWidespread([...calm, ...Array<number>(10).fill(2.5)], 1)).toBe(true);
  expect(isWidespread([...calm, ...Array<number>(10).fill(2.5)], -1)).toBe(false);
  expect(isWidespread([...calm, ...Array<number>(9).fill(2.5)], 1)).toBe(false);
  expect(isWidespread([5, 5, 5, 5], 1)).toBe(false);
});
