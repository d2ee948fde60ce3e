import type { Allocated } from '../analysis/reconciliation/allocateBill.ts';
import type { MonthWeight } from '../questions/monthWeights.ts';
import { chargedShares, type ChargedBill } from './chargedShares.ts';

export interface ChargeBack {
  readonly billCents: bigint;
  /** The largest first. */
  readonly shares: readonly Allocated[];
}

/** What bills charge each name, all providers and kinds of charges together. */
export function chargeBack(bills: readonly ChargedBill[], weights: readonly MonthWeight[]): ChargeBack {
  const sums = new Map<string, bigint>();
  for (const { name, billedCents } of chargedShares(bills, weights)) {
    sums.set(name, (sums.get(name) ?? 0n) + billedCents);
  }
  const shares = [...sums].map(([name, cents]) => ({ name, cents }));
  return {
    billCents: shares.reduce((sum, { cents }) => sum + cents, 0n),
    shares: shares.sort((a, b) => (a.cents === b.cents ? (a.name < b.name ? -1 : 1) : a.cents > b.cents ? -1 : 1)),
  };
}
