import type { PriceBook } from '@ai-finops/instrumentation/pricing';
import type { DatabaseSync } from 'node:sqlite';
import { DAY_MS, type EventDay } from '../store/eventDay.ts';
import { cadence, type Cadence } from './cadence.ts';
import { followedDecisions, type FollowedDecision } from './followedDecisions.ts';
import { records } from './records.ts';

interface Review extends Cadence {
  /** All that are open, most overdue first; then those done or dropped since the week began, latest first. */
  readonly decisions: readonly FollowedDecision[];
}

/** More than anybody decides. */
const MOST_DECISIONS = 1_000;

/** What a review of a week stands on besides the numbers: whether reviews are held, and what became of decisions. */
export function review(
  database: DatabaseSync,
  { monday, today }: { readonly monday: EventDay; readonly today: EventDay },
  prices: PriceBook
): Review {
  const open = records(database, { kind: 'decisions', state: 'open', limit: MOST_DECISIONS });
  const ended = records(database, { kind: 'decisions', limit: MOST_DECISIONS }).filter(
    ({ state, atMs }) => state !== 'open' && atMs >= monday * DAY_MS
  );
  const followed = followedDecisions(database, [...open, ...ended], today, prices);
  return {
    ...cadence(database, { monday, today }),
    decisions: followed.sort((a, b) => b.overdueDays - a.overdueDays),
  };
}
