import { formatMoney } from './formatMoney.ts';

/** USD of one call or outcome: three digits that count under a dollar (`$0.412`, `$0.00235`), cents above. */
export function formatUnitCost(usd: number): string {
  const amount = Math.abs(usd);
  return amount >= 0.0995 && amount < 0.9995 ? `${usd < 0 ? '−' : ''}$${amount.toFixed(3)}` : formatMoney(usd);
}
