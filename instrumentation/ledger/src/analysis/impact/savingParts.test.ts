import fc from 'fast-check';
import { savingBounds } from './savingBounds.ts';
import { savingParts } from './savingParts.ts';

test('two events on $10,000: the parts of the worked number', () => {
  const parts = savingParts([{ usd: 10_000, doses: [1, 1] }], [-0.1625, -0.1054]);
  expect(parts.map(Math.round)).toEqual([1_863, 1_209]);
});

test('parts sum to the whole, whatever the days, doses and effects, and whatever the order', () => {
  const effect = fc.double({ min: -2, max: 2, noNaN: true });
  const day = fc.record({
    usd: fc.double({ min: 0, max: 1e6, noNaN: true }),
    doses: fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(0, 1), fc.constantFrom(0, 1)),
  });
  fc.assert(
    fc.property(fc.array(day, { maxLength: 30 }), fc.tuple(effect, effect, effect), (days, effects) => {
      const whole = days.reduce((sum, { usd, doses }) => {
        const log = effects.reduce((all, one, index) => all + one * (doses[index] ?? 0), 0);
        return sum + usd * Math.expm1(-log);
      }, 0);
      const parts = savingParts(days, effects);
      const scale = 1 + days.reduce((sum, { usd }) => sum + usd, 0);
      expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - whole) / scale).toBeLessThan(1e-6);
      const turned = savingParts(
        days.map(({ usd, doses }) => ({ usd, doses: [...doses].reverse() })),
        [...effects].reverse()
      );
      parts.forEach((part, index) => expect(Math.abs(part - (turned[2 - index] ?? NaN)) / scale).toBeLessThan(1e-9));
    })
  );
});

test('bounds of one event are the saving at the ends of its interval', () => {
  const saving = ([effect = 0]: readonly number[]) => 10_000 * Math.expm1(-effect);
  const { usd, low, high } = savingBounds(saving, [-0.172], [[0.0295 ** 2]], 2);
  expect([usd, low, high].map(Math.round)).toEqual([1_877, 1_196, 2_599]);
});

test('events that cancel each other out in the data leave their sum certain', () => {
  const sum = ([a = 0, b = 0]: readonly number[]) => -(a + b);
  const { low, high } = savingBounds(
    sum,
    [-0.1, -0.1],
    [
      [0.01, -0.01],
      [-0.01, 0.01],
    ],
    2
  );
  expect(high - low).toBeCloseTo(0, 6);
});
