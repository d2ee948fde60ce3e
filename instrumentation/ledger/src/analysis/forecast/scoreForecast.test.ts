import { keptForecast } from './keptForecast.ts';
import { scoreForecast } from './scoreForecast.ts';

const kept = keptForecast({
  firstDay: 10,
  usd: [100, 100, 100.123_4],
  spreads: [{ kind: 'daily', usd: [10, 10, 10] }],
});

test('a path is kept with the bounds of each day', () => {
  expect(kept.usd).toEqual([100, 100, 100.1]);
  expect(kept.low80[0]).toBe(89.58);
  expect(kept.high95[0]).toBe(121.5);
});

test('days that came are judged, others are not', () => {
  const actual = [
    { day: 9, usd: 1 },
    { day: 10, usd: 105 },
    { day: 11, usd: 120 },
  ];
  expect(scoreForecast(kept, actual)).toEqual({
    days: 2,
    error: expect.closeTo(25 / 225, 9),
    sumError: expect.closeTo(0.125, 9),
    within80: 0.5,
    within95: 1,
  });
  expect(scoreForecast(kept, [])).toBeUndefined();
  expect(scoreForecast(kept, [{ day: 10, usd: 0 }])).toMatchObject({ error: null, within95: 0 });
});
