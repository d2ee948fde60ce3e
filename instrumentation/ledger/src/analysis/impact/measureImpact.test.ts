import { randomNormal } from '../forecast/randomNormal.ts';
import { measureImpact, type Impact, type ImpactEvent } from './measureImpact.ts';
import type { StandardDay } from './standardise.ts';

const EVENT: ImpactEvent = { id: 'caching', startDay: 1_056, fullDay: 1_056, expected: -0.15 };
const WEEK = [0, 0.02, 0.03, 0.01, -0.02, -0.12, -0.15];

/** Days from 1000 on with a weekly rhythm, noise and a log effect of each event. */
function simulated(
  count: number,
  effects: readonly (readonly [day: number, log: number])[],
  noise = 0.04,
  seed = 3
): StandardDay[] {
  const normal = randomNormal(seed);
  return Array.from({ length: count }, (_, index) => {
    const day = 1_000 + index;
    const effect = effects.reduce((sum, [from, log]) => (day >= from ? sum + log : sum), 0);
    return { day, log: -4 + (WEEK[day % 7] ?? 0) + noise * normal() + effect, requests: 1_000, usd: 100 };
  });
}

function measured(
  days: readonly StandardDay[],
  events: readonly ImpactEvent[],
  control?: ReadonlyMap<number, number>
): Impact {
  const impact = measureImpact(days, events, control);
  if (impact.state !== 'measured') {
    throw new Error(impact.reason);
  }
  return impact;
}

test('a saving of 15 % is found, proven, and told in dollars with its bounds', () => {
  const { events, saved, daysBefore } = measured(simulated(84, [[1_056, Math.log(0.85)]]), [EVENT]);
  expect(daysBefore).toBe(56);
  expect(events[0]).toMatchObject({ ids: ['caching'], verdict: 'working', daysAfter: 28, moreDays: 0 });
  expect(events[0]?.effect.low).toBeLessThan(-0.15);
  expect(events[0]?.effect.high).toBeGreaterThan(-0.15);
  expect(events[0]?.always.high).toBeGreaterThan(events[0]?.effect.high ?? 0);
  expect(saved.usd).toBeCloseTo(2_800 * (1 / (1 + (events[0]?.effect.share ?? 0)) - 1), 6);
  expect(saved.low).toBeCloseTo(2_800 * (1 / (1 + (events[0]?.effect.high ?? 0)) - 1), 0);
  expect(events[0]?.annual.usd).toBeCloseTo((saved.usd * 365) / 28, 6);
});

test('no effect is not proven, a rise is harmful, and the first days are too early with the days to wait', () => {
  expect(measured(simulated(84, []), [EVENT]).events[0]?.verdict).toBe('not_proven');
  expect(measured(simulated(84, [[1_056, 0.3]]), [EVENT]).events[0]?.verdict).toBe('harmful');
  const early = measured(simulated(59, [[1_056, -0.05]]), [{ ...EVENT, expected: -0.1 }]).events[0];
  expect(early?.verdict).toBe('too_early');
  expect(early?.moreDays).toBeGreaterThanOrEqual(4);
});

test('too little before or after is said, not measured', () => {
  expect(measureImpact(simulated(58, []), [EVENT])).toEqual({
    state: 'too_early',
    moreDays: 1,
    reason: '2 whole days since; 1 more for a first look.',
  });
  expect(measureImpact(simulated(84, []).slice(46), [EVENT])).toMatchObject({ state: 'no_history' });
  expect(measureImpact([], [EVENT])).toMatchObject({ state: 'no_history' });
});

test('overlapping events are told apart, and their savings sum to the total', () => {
  const second = { id: 'routing', startDay: 1_070, fullDay: 1_070 };
  const days = simulated(
    100,
    [
      [1_056, Math.log(0.8)],
      [1_070, Math.log(0.7)],
    ],
    0.02
  );
  const { events, saved } = measured(days, [second, EVENT]);
  expect(events.map(({ ids }) => ids)).toEqual([['caching'], ['routing']]);
  expect(events[0]?.effect.share).toBeCloseTo(-0.2, 1);
  expect(events[1]?.effect.share).toBeCloseTo(-0.3, 1);
  expect(events.reduce((sum, one) => sum + one.saved.usd, 0)).toBeCloseTo(saved.usd, 6);
});

test('events too close together are one, because nothing tells them apart', () => {
  const twin = { id: 'routing', startDay: 1_057, fullDay: 1_057 };
  const { events, saved } = measured(simulated(84, [[1_056, -0.3]]), [EVENT, twin]);
  expect(events.map(({ ids }) => ids)).toEqual([['caching', 'routing']]);
  expect(events[0]?.verdict).toBe('working');
  expect(events[0]?.saved.usd).toBeCloseTo(saved.usd, 9);
  expect(measured(simulated(84, [[1_056, -0.3]]), [EVENT, { ...EVENT, id: 'same day' }]).events).toHaveLength(1);
  // Of three on one day no two are as one: only their sum is known.
  const three = [EVENT, { ...EVENT, id: 'b' }, { ...EVENT, id: 'c' }];
  expect(measured(simulated(84, [[1_056, -0.3]]), three).events).toMatchObject([{ verdict: 'working' }]);
});

test('a shock that untouched features feel too is not an effect', () => {
  const shock = (day: number) => (day >= 1_056 ? -0.2 : 0) + 0.03 * Math.sin(day);
  const days = simulated(84, []).map((one) => ({ ...one, log: one.log + shock(one.day) }));
  const control = new Map(days.map(({ day }) => [day, shock(day)]));
  expect(measured(days, [EVENT]).events[0]?.verdict).toBe('working');
  expect(measured(days, [EVENT], control).events[0]?.verdict).toBe('not_proven');
  const { notes } = measured(days, [EVENT], new Map());
  expect(notes).toContain('The control has gaps: measured without it.');
});

test('days of a roll-out are left out, and missing days change little', () => {
  const rollOut = { ...EVENT, startDay: 1_056, fullDay: 1_063 };
  const days = simulated(91, [[1_063, -0.2]]).map((one) =>
    one.day >= 1_056 && one.day < 1_063 ? { ...one, log: one.log - 0.1 } : one
  );
  const whole = measured(days, [rollOut]).events[0];
  expect(whole?.effect.share).toBeCloseTo(Math.expm1(-0.2), 1);
  const holed = measured(
    days.filter(({ day }) => day % 9 !== 0),
    [rollOut]
  ).events[0];
  expect(Math.abs((holed?.effect.share ?? 0) - (whole?.effect.share ?? 0))).toBeLessThan(0.02);
});
