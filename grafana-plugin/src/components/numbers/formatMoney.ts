const CENTS = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
/** A nano-dollar, the finest the ledger keeps. */
const FINEST = 1e-9;

/**
 * USD in full: `$1,284.37`; under ten cents with three digits that count (`$0.0123`), so that what cost something never
 * reads `$0.00`. `$0` is nothing.
 */
export function formatMoney(usd: number): string {
  const amount = Math.abs(usd);
  const sign = usd < 0 ? '−' : '';
  if (amount === 0) {
    return '$0';
  }
  if (amount >= 0.0995) {
    return `${sign}$${CENTS.format(amount)}`;
  }
  if (amount < FINEST) {
    return `${sign}<$0.000000001`;
  }
  const decimals = Math.min(9, 2 - Math.floor(Math.log10(amount)));
  return `${sign}$${amount.toFixed(decimals)}`;
}
