import { contractIdea, type ProviderIdea, type ProviderUse } from '../analysis/opportunities/contractIdea.ts';
import type { AskBills } from '../bills/answers/askBills.ts';
import type { Owners } from '../ownership/owners.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';

interface ProviderIdeas {
  /** By the newest bill of each provider that is settled. */
  readonly idle: readonly ProviderIdea[];
  /** Nobody has offered these yet. */
  readonly contracts: readonly ProviderIdea[];
}

/** What could be saved with a provider as a whole: by its bill, and by what its calls cost. */
export async function providerIdeas(
  providers: readonly ProviderUse[],
  askBills: AskBills,
  { thresholds }: Pick<Owners, 'thresholds'>
): Promise<ProviderIdeas> {
  const least = Number(thresholds.get('list_usd_month_provider') ?? THRESHOLDS.list_usd_month_provider.value);
  return {
    idle: await askBills('idleCommitments'),
    contracts: providers.flatMap((one) => contractIdea(one, least) ?? []),
  };
}
