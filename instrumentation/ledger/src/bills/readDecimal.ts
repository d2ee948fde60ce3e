import { BillError } from './billError.ts';

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;

/**
 * A decimal text times a power of ten, as a whole number, halves away from 0: amounts in nano-USD have 9 places, cents 7.
 *
 * @example readDecimal('-0.0123', 9) // => -12_300_000n
 * @throws BillError
 */
export function readDecimal(text: string, places: number, column?: string): bigint {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(text.trim()) ?? [];
  const shift = places - fraction.length + Number(exponent);
  if (whole + fraction === '' || Math.abs(shift) > 60) {
    const help =
      /\d/.test(text) && /[$€£,\s]/.test(text.trim())
        ? ': write it as 1000.00, without currency sign and separators'
        : '';
    throw new BillError({ column }, `"${text.slice(0, 40)}" is no decimal number${help}`);
  }
  const digits = BigInt(whole + fraction);
  const size = shift >= 0 ? digits * 10n ** BigInt(shift) : roundedShift(digits, -shift);
  return sign === '-' ? -size : size;
}

function roundedShift(digits: bigint, places: number): bigint {
  const unit = 10n ** BigInt(places);
  return (digits + unit / 2n) / unit;
}
