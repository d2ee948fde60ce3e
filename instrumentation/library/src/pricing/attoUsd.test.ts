import fc from 'fast-check';
import { attoUsd } from './attoUsd.ts';

test.each([
  ['2.5', 2_500_000_000_000n],
  ['0.0375', 37_500_000_000n],
  [2e-7, 200_000n],
  ['0', 0n],
])('a rate of %s $ per million tokens is exact', (usd, atto) => {
  expect(attoUsd(usd, 1_000_000n)).toBe(atto);
});

test('rounds half up past the last digit', () => {
  expect(attoUsd('0.0000000000005', 1_000_000n)).toBe(1n);
  expect(attoUsd('0.08333333333333334', 1_000_000n)).toBe(83_333_333_333n);
});

test('agrees with integer arithmetic on any decimal', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 9n), fc.integer({ min: 0, max: 12 }), (digits, places) => {
      const text = digits.toString().padStart(places + 1, '0');
      const decimal = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
      expect(attoUsd(decimal, 1n)).toBe(digits * 10n ** BigInt(18 - places));
    })
  );
});

test.each(['', '-1', 'NaN', '1,5', '0x10', '1e999', 'Infinity'])('refuses %j', (text) => {
  expect(() => attoUsd(text, 1n)).toThrow(RangeError);
});
