import type { BillSources } from './billSources.ts';

/** A purchase of a bill that pays for more than one day. */
export interface BilledCommitment {
  readonly provider: string;
  readonly nanoUsd: bigint;
  /** First and last UTC day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly through: string;
}

/** What the newest bills say was bought for days that have not ended on `today`, by provider and days. */
export function billedCommitments(
  { bills }: Pick<BillSources, 'bills'>,
  { today }: { readonly today: string }
): BilledCommitment[] {
  const found = new Map<string, BilledCommitment>();
  for (const bill of bills.newest()) {
    for (const { category, day, through = day, billedNanoUsd } of bills.lines(bill)) {
      if (category === 'purchase' && through > day && through >= today) {
        const key = JSON.stringify([bill.provider, day, through]);
        const nanoUsd = (found.get(key)?.nanoUsd ?? 0n) + billedNanoUsd;
        found.set(key, { provider: bill.provider, nanoUsd, from: day, through });
      }
    }
  }
  return [...found.values()];
}
