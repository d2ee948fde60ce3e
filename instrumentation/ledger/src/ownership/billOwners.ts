import type { BillOwners } from '../analysis/reconciliation/billOwners.ts';
import type { Owner, Owners } from './owners.ts';

/** Who answers for what a bill is about, by the owners file. */
export function billOwners({ total, accounts, features, teams }: Owners): BillOwners {
  const named = (from: ReadonlyMap<string, Pick<Owner, 'owner'>>) =>
    new Map([...from].flatMap(([name, { owner }]) => (owner === undefined ? [] : [[name, owner] as const])));
  return { total: total.owner, accounts: named(accounts), features: named(features), teams: named(teams) };
}
