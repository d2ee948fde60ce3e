import { allocateBill, type Allocated } from '../analysis/reconciliation/allocateBill.ts';
import type { BillLine } from '../analysis/reconciliation/billLine.ts';
import type { MonthWeight } from '../questions/monthWeights.ts';

const CENT = 10_000_000n;

export interface ChargeBack {
  readonly billCents: bigint;
  /** The largest first. */
  readonly shares: readonly Allocated[];
}

/**
 * Shares bills among names: each provider's by what the names cost there, or, where the books know no provider of a
 * name's cost (tenants), all of them together. A bill is charged in whole cents, halves up.
 */
export function chargeBack(
  bills: readonly { readonly provider: string; readonly lines: readonly BillLine[] }[],
  weights: readonly MonthWeight[]
): ChargeBack {
  const cents = bills.map(({ provider, lines }) => ({
    provider,
    cents: roundToCents(lines.reduce((sum, { billedNanoUsd }) => sum + billedNanoUsd, 0n)),
  }));
  const billCents = cents.reduce((sum, one) => sum + one.cents, 0n);
  const isOfAll = weights.every(({ provider }) => provider === '');
  const allocated = isOfAll
    ? allocateBill(billCents, weights)
    : cents.flatMap((bill) =>
        allocateBill(
          bill.cents,
          weights.filter(({ provider }) => provider === bill.provider)
        )
      );
  const sums = new Map<string, bigint>();
  allocated.forEach(({ name, cents: share }) => sums.set(name, (sums.get(name) ?? 0n) + share));
  const shares = [...sums].map(([name, share]) => ({ name, cents: share }));
  return {
    billCents,
    shares: shares.sort((a, b) => (a.cents === b.cents ? (a.name < b.name ? -1 : 1) : a.cents > b.cents ? -1 : 1)),
  };
}

function roundToCents(nano: bigint): bigint {
  const shifted = nano + CENT / 2n;
  return shifted >= 0n ? shifted / CENT : -((-shifted + CENT - 1n) / CENT);
}
