/** Dollars and cents; below a cent, the digits that count. @example dollars(1_284_370_000_000n) // => '$1,284.37' */
export function dollars(nanoUsd: bigint): string {
  const usd = Number(nanoUsd) / 1e9;
  const isSmall = usd !== 0 && Math.abs(usd) < 0.01;
  return usd.toLocaleString('en-US', {
    style: 'currency',
    currency: 'USD',
    ...(isSmall ? { minimumFractionDigits: 2, maximumFractionDigits: 9, maximumSignificantDigits: 2 } : {}),
  });
}
