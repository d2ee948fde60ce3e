import type { Owners } from './owners.ts';

/** The budget of a calendar month, USD; undefined where the owners file has none. Providers have none. */
export function monthBudget(owners: Owners, scope: string, name: string): number | undefined {
  const { total, teams, features } = owners;
  const named = new Map([
    ['total', total],
    ['team', teams.get(name)],
    ['feature', features.get(name)],
  ]).get(scope);
  return named?.budgetPerMonth === undefined ? undefined : Number(named.budgetPerMonth);
}
