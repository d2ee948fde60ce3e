import type { DatabaseSync } from 'node:sqlite';
import { reviewCadence, type ReviewCadence } from '../analysis/review/reviewCadence.ts';
import type { EventDay } from '../store/eventDay.ts';
import { parseDay } from '../store/parseDay.ts';
import { parseWeek } from '../store/parseWeek.ts';
import { closedSpan } from './closedSpan.ts';
import { records } from './records.ts';
import type { KeptEntry } from './recordRow.ts';

export interface Cadence {
  readonly cadence: ReviewCadence;
  /** The newest entry of the week's review, where there is one. */
  readonly entry: KeptEntry | undefined;
  /** The roles that were there, by the week's Monday; of closed reviews. */
  readonly presentOf: ReadonlyMap<EventDay, readonly string[]>;
}

/** More than anybody reviews. */
const MOST_REVIEWS = 1_000;

/** Whether reviews are held, up to the week of a Monday. */
export function cadence(
  database: DatabaseSync,
  { monday, today }: { readonly monday: EventDay; readonly today: EventDay }
): Cadence {
  const reviews = records(database, { kind: 'reviews', limit: MOST_REVIEWS }).flatMap((entry) => {
    const week = parseWeek(entry.id);
    return week === undefined ? [] : [{ entry, week }];
  });
  const closed = reviews.filter(({ entry }) => entry.state === 'closed');
  const heldOn = new Map(
    closed.flatMap(({ entry, week }) => {
      const day = parseDay(String(entry.content['heldOn']));
      return day === undefined ? [] : [[week, day] as const];
    })
  );
  return {
    cadence: reviewCadence(heldOn, { lastMonday: monday, firstDay: closedSpan(database)?.first, today }),
    entry: reviews.find(({ week }) => week === monday)?.entry,
    presentOf: new Map(closed.map(({ entry, week }) => [week, rolesOf(entry)])),
  };
}

function rolesOf({ content }: KeptEntry): string[] {
  const present = (content['present'] ?? []) as readonly { readonly role: string }[];
  return [...new Set(present.map(({ role }) => role))];
}
