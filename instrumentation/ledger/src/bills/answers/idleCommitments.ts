import type { ProviderIdea } from '../../analysis/opportunities/contractIdea.ts';
import { idleCommitment } from '../../analysis/opportunities/idleCommitment.ts';
import type { BillSources } from './billSources.ts';

/** By the newest bill of each provider that is settled. */
export function idleCommitments({ bills }: Pick<BillSources, 'bills'>): ProviderIdea[] {
  const settled = bills.newest().filter(({ state }) => state !== 'open');
  const newest = new Map(settled.map((one) => [one.provider, one]));
  return [...newest.values()].flatMap((bill) => idleCommitment(bill.provider, bill.month, bills.lines(bill)) ?? []);
}
