const DECIMAL = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/i;

/**
 * Exact atto-USD (10⁻¹⁸ USD) of a non-negative decimal amount of USD, divided by `per` units.
 * Rates need this resolution: $0.0375 per million tokens is 37,500,000,000 atto-USD a token, an integer.
 * Digits past the last are rounded half up; the catalogue's only such rates are repeating decimals.
 *
 * @example attoUsd('2.5', 1_000_000n) // => 2_500_000_000_000n, gpt-4o's input token
 * @throws RangeError when `usd` is not a non-negative decimal number
 */
export function attoUsd(usd: string | number, per: bigint): bigint {
  const match = DECIMAL.exec(String(usd).trim());
  if (!match) {
    throw new RangeError(`not a non-negative decimal amount: ${JSON.stringify(usd)}`);
  }
  const [, whole = '', fraction = '', exponent = '0'] = match;
  const shift = 18 - fraction.length + Number(exponent);
  if (Math.abs(shift) > 60) {
    throw new RangeError(`amount out of range: ${JSON.stringify(usd)}`);
  }
  const digits = BigInt(whole + fraction);
  const numerator = shift >= 0 ? digits * 10n ** BigInt(shift) : digits;
  const denominator = shift >= 0 ? per : per * 10n ** BigInt(-shift);
  return (numerator + denominator / 2n) / denominator;
}
