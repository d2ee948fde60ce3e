import type { DatabaseSync } from 'node:sqlite';
import type { EconomicDay } from '../analysis/economics/economicDay.ts';
import { userCosts, type UserCosts } from '../analysis/economics/userCosts.ts';
import { monthStart } from '../store/monthStart.ts';
import { countUsers } from './countUsers.ts';
import type { EconomicsQuery } from './economicsQuery.ts';

/**
 * What features cost by the people who used them, in the calendar month (UTC) of the last day and in the one before.
 *
 * @param days of each feature, as `economicDays` has them
 */
export function featureUserCosts(
  database: DatabaseSync,
  days: ReadonlyMap<string, readonly EconomicDay[]>,
  { from, to, environment }: Pick<EconomicsQuery, 'from' | 'to' | 'environment'>
): { readonly total: UserCosts; of(feature: string): UserCosts } {
  const month = { from: monthStart(to, 1), to: monthStart(to) - 1 };
  const current = countUsers(database, { to, environment });
  const last = countUsers(database, { to: month.to, environment });
  const period = { from, to };
  return {
    total: userCosts(together([...days.values()]), period, month, { current: current.total, lastMonth: last.total }),
    of: (feature) =>
      userCosts(days.get(feature) ?? [], period, month, {
        current: current.features.get(feature),
        lastMonth: last.features.get(feature),
      }),
  };
}

/** What all features cost by day. How many people outside sources counted of each does not add up: who used two is in both. */
function together(features: readonly (readonly EconomicDay[])[]): EconomicDay[] {
  const sums = new Map<number, EconomicDay>();
  for (const day of features.flat()) {
    const sum = sums.get(day.day);
    sums.set(day.day, {
      ...day,
      inferenceNanoUsd: day.inferenceNanoUsd + (sum?.inferenceNanoUsd ?? 0n),
      otherNanoUsd: day.otherNanoUsd + (sum?.otherNanoUsd ?? 0n),
      users: undefined,
    });
  }
  return [...sums.values()];
}
