import type { AgendaFacts } from '../../analysis/review/agendaItems.ts';
import { reconcileMonth } from '../reconcileMonth.ts';
import type { BillSources } from './billSources.ts';

/** What the bills of the newest month that has one differ by from the books. */
export function newestGaps({ bills, books }: BillSources): AgendaFacts['bills'] {
  const month = bills
    .newest()
    .map((bill) => bill.month)
    .sort()
    .at(-1);
  if (month === undefined) {
    return [];
  }
  return reconcileMonth(month, bills, books.estimates(month)).bills.map(({ bill, result }) => {
    const gap = result.billNanoUsd - result.estimateNanoUsd;
    const share = result.estimateNanoUsd === 0n ? undefined : Number(gap) / Number(result.estimateNanoUsd);
    return { month, provider: bill.provider, gap, share };
  });
}
