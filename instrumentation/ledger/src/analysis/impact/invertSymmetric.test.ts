import fc from 'fast-check';
import { invertSymmetric } from './invertSymmetric.ts';

test('a matrix times its inverse is 1, and the determinant is right', () => {
  const { inverse, logDeterminant } = invertSymmetric([
    [4, 2],
    [2, 3],
  ]);
  expect(inverse.flat().map((value) => Number(value.toFixed(9)))).toEqual([0.375, -0.25, -0.25, 0.5]);
  expect(logDeterminant).toBeCloseTo(Math.log(8), 12);
  const size = 6;
  fc.assert(
    fc.property(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 36, maxLength: 36 }), (values) => {
      const row = (index: number) => values.slice(index * size, (index + 1) * size);
      const matrix = Array.from({ length: size }, (_, a) =>
        Array.from(
          { length: size },
          (__, b) => row(a).reduce((sum, value, k) => sum + value * (row(b)[k] ?? 0), 0) + (a === b ? 1 : 0)
        )
      );
      const found = invertSymmetric(matrix).inverse;
      matrix.forEach((line, a) =>
        matrix.forEach((_, b) => {
          const product = line.reduce((sum, value, k) => sum + value * (found[k]?.[b] ?? 0), 0);
          expect(product).toBeCloseTo(a === b ? 1 : 0, 6);
        })
      );
    })
  );
});

test('what is not positive definite is refused', () => {
  expect(() => invertSymmetric([[0]])).toThrow('positive definite');
});
