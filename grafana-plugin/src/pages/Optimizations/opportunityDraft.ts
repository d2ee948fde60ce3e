import type { Opportunity } from '../../data/opportunity.ts';
import { leverNames } from '../../data/leverNames.ts';

/** A commitment that is used better is a contract's. */
const LEVERS: Partial<Record<Opportunity['lever'], string>> = { idle_commitment: 'contract' };

/** A record of it, as the form starts with. */
export function opportunityDraft({ lever, scope, monthly }: Opportunity): Readonly<Record<string, string>> {
  return {
    ...scope,
    lever: LEVERS[lever] ?? (lever in leverNames ? lever : 'other'),
    expectedUsdPerMonth: monthly.usd.toFixed(2),
  };
}
