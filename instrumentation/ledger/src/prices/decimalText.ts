/**
 * An exact decimal, without trailing zeros: `digits` × 10^−`places`.
 *
 * @example decimalText(250_000_000_000n, 12) // => '0.25'
 */
export function decimalText(digits: bigint, places: number): string {
  const text = digits.toString().padStart(places + 1, '0');
  const fraction = places === 0 ? '' : text.slice(-places).replace(/0+$/, '');
  const whole = places === 0 ? text : text.slice(0, -places);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
