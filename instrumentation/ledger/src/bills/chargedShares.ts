import { allocateBill } from '../analysis/reconciliation/allocateBill.ts';
import type { BillLine, ChargeCategory } from '../analysis/reconciliation/billLine.ts';
import type { MonthWeight } from '../questions/monthWeights.ts';
import { centsByCategory } from './centsByCategory.ts';

/** What of a provider's bill is one name's, by kind of charge. */
export interface ChargedShare {
  readonly provider: string;
  readonly category: ChargeCategory;
  readonly name: string;
  /** What the invoice charges. */
  readonly billedCents: bigint;
  /** After discounts and amortised commitments. */
  readonly effectiveCents: bigint;
}

export interface ChargedBill {
  readonly provider: string;
  readonly lines: readonly BillLine[];
}

/**
 * Shares bills among names, each provider's by what the names cost there, or, where it is not known at which provider a
 * name's cost arose (tenants of days before the books kept it), by what they cost in all. Commitments and reserved capacity
 * are shared by cost at list: what they cover may cost nothing by the call. Billed shares add up to each bill, rounded to the
 * cent, and effective ones to its effective cost.
 */
export function chargedShares(bills: readonly ChargedBill[], weights: readonly MonthWeight[]): ChargedShare[] {
  return bills.flatMap(({ provider, lines }) => {
    const own = weights.filter((weight) => weight.provider === provider || weight.provider === undefined);
    const billed = centsByCategory(lines, (line) => line.billedNanoUsd);
    const effective = centsByCategory(lines, (line) => line.effectiveNanoUsd);
    return [...billed.keys()].sort().flatMap((category) => {
      const weighed = category === 'purchase' ? own.map((one) => ({ ...one, nanoUsd: one.listNanoUsd })) : own;
      const shareOf = (cents: bigint) => new Map(allocateBill(cents, weighed).map((one) => [one.name, one.cents]));
      const [charged, amortised] = [shareOf(billed.get(category) ?? 0n), shareOf(effective.get(category) ?? 0n)];
      return [...new Set([...charged.keys(), ...amortised.keys()])].sort().flatMap((name) => {
        const [billedCents, effectiveCents] = [charged.get(name) ?? 0n, amortised.get(name) ?? 0n];
        return billedCents === 0n && effectiveCents === 0n
          ? []
          : [{ provider, category, name, billedCents, effectiveCents }];
      });
    });
  });
}
