import fc from 'fast-check';
import { median } from './median.ts';
import { medianAbsoluteDeviation } from './medianAbsoluteDeviation.ts';
import { quantile } from './quantile.ts';
import { robustScale } from './robustScale.ts';
import { roundToSum } from './roundToSum.ts';
import { weekdayEffects } from './weekdayEffects.ts';
import { weekdayResiduals } from './weekdayResiduals.ts';

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const values = fc.array(value, { minLength: 1, maxLength: 40 });

test('quantiles: worked numbers, between the extremes, rising, whatever the order', () => {
  expect(quantile([4, 1, 3, 2], 0.9)).toBeCloseTo(3.7, 12);
  expect(quantile([], 0.5)).toBeNaN();
  fc.assert(
    fc.property(
      values,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (all, a, b) => {
        const [low, high] = [quantile(all, Math.min(a, b)), quantile(all, Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(quantile([...all].reverse(), a)).toBe(quantile(all, a));
        expect(low).toBeGreaterThanOrEqual(Math.min(...all));
        expect(high).toBeLessThanOrEqual(Math.max(...all));
      }
    )
  );
});

test('half of the values but one may be anything', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 90, max: 110, noNaN: true }), { minLength: 6, maxLength: 30 }),
      value,
      (good, bad) => {
        const spoilt = [...good, ...Array<number>(Math.ceil(good.length / 2)).fill(bad)];
        expect(median(spoilt)).toBeGreaterThanOrEqual(Math.min(...good));
        expect(median(spoilt)).toBeLessThanOrEqual(Math.max(...good));
      }
    )
  );
  expect(medianAbsoluteDeviation([1, 2, 3, 4, 1000])).toBeCloseTo(1.4826, 12);
});

test('a scale starts at its prior and ends at the data', () => {
  expect(robustScale([], 0.3)).toEqual({ centre: 0, spread: 0.3 });
  fc.assert(
    fc.property(values, fc.double({ min: 0.01, max: 10, noNaN: true }), value, (all, prior, shift) => {
      const { centre, spread } = robustScale(all, prior);
      expect(Math.abs(centre)).toBeLessThanOrEqual(Math.abs(median(all)));
      expect(spread).toBeGreaterThanOrEqual(prior * Math.sqrt(6 / (all.length + 6)) * 0.999_999);
      const moved = robustScale(
        all.map((one) => one + shift),
        prior
      );
      expect(moved.spread).toBeCloseTo(spread, 4);
    })
  );
  const many = Array.from({ length: 10_000 }, (_, index) => Math.sin(index * 12.9898) * 3);
  expect(robustScale(many, 50).spread).toBeLessThan(5);
});

test('a weekly pattern is found, level and outliers do not matter, and the future is not known', () => {
  const pattern = [0.1, 0, 0.05, 0, -0.02, -0.4, -0.5];
  fc.assert(
    fc.property(
      value,
      fc.integer({ min: 63, max: 90 }),
      fc.integer({ min: 0, max: 59 }),
      value,
      (level, days, bad, what) => {
        const series = Array.from({ length: days }, (_, day) => level + (pattern[day % 7] ?? 0));
        const clean = weekdayEffects(weekdayResiduals(series), days);
        pattern.forEach((effect, weekday) => expect(clean[weekday]).toBeCloseTo((effect * 8) / 9.5, 1));
        series[bad] = what;
        const spoilt = weekdayEffects(weekdayResiduals(series), days);
        spoilt.forEach((effect, weekday) => expect(effect).toBeCloseTo(clean[weekday] ?? NaN, 0));
      }
    )
  );
  const whole = Array.from({ length: 80 }, (_, day) => Math.sin(day * 7.7));
  const residuals = weekdayResiduals(whole);
  for (const day of [0, 1, 5, 8, 33, 60]) {
    expect(weekdayEffects(weekdayResiduals(whole.slice(0, day)), day)).toEqual(weekdayEffects(residuals, day));
  }
});

test('days without an observation have no residual and bend no other', () => {
  const series = Array.from({ length: 30 }, (_, day) => (day === 12 ? NaN : day % 7));
  const residuals = weekdayResiduals(series);
  expect(residuals[12]).toBeNaN();
  expect(residuals.slice(3, 27).filter(Number.isNaN)).toHaveLength(1);
  expect(weekdayResiduals(Array<number>(20).fill(NaN)).every(Number.isNaN)).toBe(true);
  expect(weekdayEffects([], 0)).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test('rounded parts add up, stay close, and change sign together', () => {
  expect(roundToSum([1.5, -0.7, 1.2], 2n)).toEqual([2n, -1n, 1n]);
  expect(roundToSum([], 0n)).toEqual([]);
  expect(() => roundToSum([], 1n)).toThrow('no parts');
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: -3, max: 3 }),
      (parts, off) => {
        const whole = BigInt(Math.round(parts.reduce((sum, part) => sum + part, 0))) + BigInt(off);
        const rounded = roundToSum(parts, whole);
        expect(rounded.reduce((sum, part) => sum + part, 0n)).toBe(whole);
        rounded.forEach((part, index) =>
          expect(Math.abs(Number(part) - (parts[index] ?? NaN))).toBeLessThanOrEqual(parts.length + 5)
        );
        expect(
          roundToSum(
            parts.map((part) => -part),
            -whole
          )
        ).toEqual(rounded.map((part) => -part));
      }
    )
  );
});
