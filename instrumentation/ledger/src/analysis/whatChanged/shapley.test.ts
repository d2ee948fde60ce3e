import fc from 'fast-check';
import { shapley } from './shapley.ts';

const factor = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }));
const product = (pairs: readonly (readonly [number, number])[]) => (set: number) =>
  pairs.reduce((value, pair, index) => value * (pair[(set >> index) & 1] ?? NaN), 1);

test('worked by hand', () => {
  expect(
    shapley(
      2,
      product([
        [10, 12],
        [1, 2],
      ])
    )
  ).toEqual([3, 11]);
  expect(shapley(1, product([[10, 12]]))).toEqual([2]);
});

test('it is the average over all orders', () => {
  const orders = (rest: readonly number[]): number[][] =>
    rest.length === 0
      ? [[]]
      : rest.flatMap((one) => orders(rest.filter((other) => other !== one)).map((order) => [one, ...order]));
  fc.assert(
    fc.property(fc.array(factor, { minLength: 1, maxLength: 5 }), (pairs) => {
      const value = product(pairs);
      const all = orders(pairs.map((_, index) => index));
      const parts = pairs.map(() => 0);
      for (const order of all) {
        let set = 0;
        for (const one of order) {
          parts[one] = (parts[one] ?? 0) + (value(set | (1 << one)) - value(set)) / all.length;
          set |= 1 << one;
        }
      }
      shapley(pairs.length, value).forEach((part, index) => expect(part).toBeCloseTo(parts[index] ?? NaN, 3));
    }),
    { numRuns: 30 }
  );
});

test('a swap changes the signs to the last bit, an idle factor has no part', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), fc.double({ min: 1e-6, max: 1e6, noNaN: true })),
        { minLength: 1, maxLength: 7 }
      ),
      (pairs) => {
        const swapped = pairs.map(([before, after]) => [after, before] as const);
        expect(shapley(pairs.length, product(swapped))).toEqual(
          shapley(pairs.length, product(pairs)).map((part) => 0 - part)
        );
        const idle = pairs.map(([before], index) =>
          index === 0 ? ([before, before] as const) : (pairs[index] ?? ([1, 1] as const))
        );
        expect(Math.abs(shapley(idle.length, product(idle))[0] ?? NaN)).toBe(0);
      }
    ),
    { numRuns: 30 }
  );
});
