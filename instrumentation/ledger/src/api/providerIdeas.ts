import { contractIdea, type ProviderIdea, type ProviderUse } from '../analysis/opportunities/contractIdea.ts';
import { idleCommitment } from '../analysis/opportunities/idleCommitment.ts';
import type { BillBooks } from '../bills/billBooks.ts';
import type { Owners } from '../ownership/owners.ts';
import { THRESHOLDS } from '../ownership/thresholds.ts';

interface ProviderIdeas {
  /** By the newest bill of each provider that is settled. */
  readonly idle: readonly ProviderIdea[];
  /** Nobody has offered these yet. */
  readonly contracts: readonly ProviderIdea[];
}

/** What could be saved with a provider as a whole: by its bill, and by what its calls cost. */
export function providerIdeas(
  providers: readonly ProviderUse[],
  bills: Pick<BillBooks, 'newest' | 'lines'>,
  { thresholds }: Pick<Owners, 'thresholds'>
): ProviderIdeas {
  const settled = bills.newest().filter(({ state }) => state !== 'open');
  const newest = new Map(settled.map((one) => [one.provider, one]));
  const least = Number(thresholds.get('list_usd_month_provider') ?? THRESHOLDS.list_usd_month_provider.value);
  return {
    idle: [...newest.values()].flatMap((bill) => idleCommitment(bill.provider, bill.month, bills.lines(bill)) ?? []),
    contracts: providers.flatMap((one) => contractIdea(one, least) ?? []),
  };
}
