const NANO = 1e9;

/**
 * An amount as one would say it: whole dollars from ten on, cents below, two digits where there are no cents; with its
 * sign. Never "$0" for something.
 *
 * @example moneyWords(29_400_000_000) // => '+$29'
 */
export function moneyWords(nanoUsd: number): string {
  const usd = Math.abs(nanoUsd) / NANO;
  const sign = nanoUsd < 0 ? '−' : '+';
  if (usd === 0) {
    return '$0';
  }
  if (usd < 0.995) {
    return `${sign}$${trimmed(usd)}`;
  }
  const digits = usd < 9.995 ? 2 : 0;
  return `${sign}$${usd.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}

function trimmed(usd: number): string {
  // From a cent on, cents; below, two digits that count.
  return usd >= 0.01
    ? usd.toFixed(2)
    : usd.toLocaleString('en-US', { maximumSignificantDigits: 2, maximumFractionDigits: 9 });
}
