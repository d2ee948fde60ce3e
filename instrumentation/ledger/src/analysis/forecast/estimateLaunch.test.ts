import fc from 'fast-check';
import { estimateLaunch, type Launch } from './estimateLaunch.ts';

const within = (likely: number, factor: number) => ({ low: likely / factor, likely, high: likely * factor });

const launch = (factor: number): Launch => ({
  dailyUsers: within(1_000, factor),
  callsPerUser: within(5, factor),
  inputTokens: within(2_000, factor),
  outputTokens: within(500, factor),
  inputPrice: within(1, factor),
  outputPrice: within(4, factor),
});

test('known factors give their product, wide ones an interval, the same one for the same seed', () => {
  expect(estimateLaunch(launch(1))).toMatchObject({ usd: 20, bounds: { 80: { low: 20, high: 20 } } });
  const { usd, bounds } = estimateLaunch(launch(1.5));
  expect(usd).toBeCloseTo(20.9, 1);
  expect(bounds[80].low).toBeCloseTo(10.2, 1);
  expect(bounds[80].high).toBeCloseTo(43.1, 1);
  expect(estimateLaunch(launch(1.5))).toEqual({ usd, bounds });
});

test('a single uncertain factor comes back as it was given', () => {
  const one = estimateLaunch({ ...launch(1), dailyUsers: { low: 500, likely: 1_000, high: 3_000 } });
  expect(one.usd).toBeCloseTo(20, 0);
  expect(one.bounds[80].low / 10).toBeCloseTo(1, 1);
  expect(one.bounds[80].high / 60).toBeCloseTo(1, 1);
});

test('a range that cannot be is named', () => {
  expect(() => estimateLaunch({ ...launch(1), outputTokens: { low: 0, likely: 1, high: 2 } })).toThrow(
    'outputTokens: give low ≤ likely ≤ high, all above 0, not 0, 1, 2'
  );
  fc.assert(
    fc.property(fc.double(), fc.double(), fc.double(), (low, likely, high) => {
      const isGood = low > 0 && low <= likely && likely <= high && high < Infinity;
      fc.pre(!isGood);
      expect(() => estimateLaunch({ ...launch(1), dailyUsers: { low, likely, high } })).toThrow(RangeError);
    })
  );
});
