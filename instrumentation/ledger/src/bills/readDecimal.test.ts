import fc from 'fast-check';
import { readDecimal } from './readDecimal.ts';

describe('readDecimal', () => {
  it('reads back any number of nano-units', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (nano) => {
        const size = nano < 0n ? -nano : nano;
        const text = `${nano < 0n ? '-' : ''}${size / 10n ** 9n}.${String(size % 10n ** 9n).padStart(9, '0')}`;
        expect(readDecimal(text, 9)).toBe(nano);
      })
    );
  });

  it.each([
    ['.5', 9, 500_000_000n],
    ['5.', 9, 5_000_000_000n],
    ['1.5e-3', 9, 1_500_000n],
    ['-0.0000000005', 9, -1n],
    ['12.345', 7, 123_450_000n],
  ])('reads %s', (text, places, whole) => {
    expect(readDecimal(text, places)).toBe(whole);
  });

  it.each(['', '.', '-', 'NaN', '1e999', '0x10'])('refuses %j', (text) => {
    expect(() => readDecimal(text, 9, 'Cost')).toThrow(/^Cost: .* is no decimal number$/);
  });

  it.each(['1,000', '$5', '$1,000.00', '1 000.00', '€5'])('says how to write %j', (text) => {
    expect(() => readDecimal(text, 9, 'Cost')).toThrow(
      `Cost: "${text}" is no decimal number: write it as 1000.00, without currency sign and separators`
    );
  });
});
