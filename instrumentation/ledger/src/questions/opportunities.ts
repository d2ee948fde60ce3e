import type { DatabaseSync } from 'node:sqlite';
import type { ProviderUse } from '../analysis/opportunities/contractIdea.ts';
import { callOpportunities, type CallOpportunities } from './callOpportunities.ts';
import { providerUses } from './providerUses.ts';

interface FoundOpportunities extends CallOpportunities {
  readonly providers: readonly ProviderUse[];
}

/** What could be saved, and what providers are used for; undefined before the first close. */
export function opportunities(database: DatabaseSync, _query: object): FoundOpportunities | undefined {
  const found = callOpportunities(database);
  return found && { ...found, providers: providerUses(database, { from: found.from, through: found.through }) };
}
