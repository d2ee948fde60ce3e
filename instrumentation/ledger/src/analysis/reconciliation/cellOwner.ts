import type { BillOwners } from './billOwners.ts';
import type { CellUse } from './cellUse.ts';
import type { CellKey } from './reconciledCell.ts';

/**
 * Who looks at a difference: the owner of its account; else the one who answers for all calls of it, feature by feature (a
 * feature's owner, or its team's). Where these are several, or there are no calls, whoever answers for all.
 *
 * @param uses of the provider's month
 * @example a key of notebooks that nobody instruments is the account's owner's, a rate that three teams pay the FinOps lead's
 */
export function cellOwner(
  { account, model }: Pick<CellKey, 'account' | 'model'>,
  uses: readonly CellUse[],
  { total, accounts, features, teams }: BillOwners
): string | undefined {
  const own = account === undefined ? undefined : accounts.get(account);
  if (own !== undefined) {
    return own;
  }
  const isOf = (one: CellUse) =>
    (account === undefined || one.account === account) && (model === undefined || one.model === model);
  const owners = new Set(uses.filter(isOf).map(({ feature, team }) => features.get(feature) ?? teams.get(team)));
  const [sole] = owners;
  return owners.size === 1 && sole !== undefined ? sole : total;
}
