import type { DatabaseSync } from 'node:sqlite';
import type { EventDay } from '../store/eventDay.ts';
import { monthText } from '../store/monthText.ts';
import { countUsers } from './countUsers.ts';

export interface MonthUsers {
  /** YYYY-MM: a calendar month (UTC). */
  readonly month: string;
  /** Of features whose calls say whom they are for. */
  readonly features: readonly { readonly feature: string; readonly users: bigint }[];
  /** Who used two features counts once; undefined where no call says whom it is for. */
  readonly total: bigint | undefined;
  /** Calls for people the month has no room for: above 0 the others are at least so many. */
  readonly uncountedCalls: bigint;
}

/** The people of the current month so far, in all environments. */
export function monthUsers(database: DatabaseSync, { today }: { readonly today: EventDay }): MonthUsers {
  const { features, total, uncountedCalls } = countUsers(database, { to: today });
  return {
    month: monthText(today),
    features: [...features].map(([feature, { users }]) => ({ feature, users })),
    total: total.calls === 0n ? undefined : total.users,
    uncountedCalls,
  };
}
