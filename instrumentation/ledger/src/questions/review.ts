import type { DatabaseSync } from 'node:sqlite';
import { reviewCadence, type ReviewCadence } from '../analysis/review/reviewCadence.ts';
import { DAY_MS, type EventDay } from '../store/eventDay.ts';
import { parseDay } from '../store/parseDay.ts';
import { parseWeek } from '../store/parseWeek.ts';
import { followedDecisions, type FollowedDecision } from './followedDecisions.ts';
import { records } from './records.ts';
import type { KeptEntry } from './recordRow.ts';

interface Review {
  /** The newest entry of the week's review, where there is one. */
  readonly entry: KeptEntry | undefined;
  readonly cadence: ReviewCadence;
  /** The roles that were there, by the week's Monday; of closed reviews. */
  readonly presentOf: ReadonlyMap<EventDay, readonly string[]>;
  /** All that are open, most overdue first; then those done or dropped since the week began, latest first. */
  readonly decisions: readonly FollowedDecision[];
}

/** More than anybody reviews. */
const MOST_RECORDS = 1_000;

/** What a review of a week stands on besides the numbers: whether reviews are held, and what became of decisions. */
export function review(
  database: DatabaseSync,
  { monday, today }: { readonly monday: EventDay; readonly today: EventDay }
): Review {
  const reviews = records(database, { kind: 'reviews', limit: MOST_RECORDS });
  const weekOf = ({ id }: KeptEntry) => parseWeek(id);
  const heldOn = new Map(
    reviews.flatMap((entry) => {
      const [week, day] = [weekOf(entry), parseDay(String(entry.content['heldOn']))];
      return entry.state === 'closed' && week !== undefined && day !== undefined ? [[week, day] as const] : [];
    })
  );
  const first = database.prepare('SELECT min(day) AS first FROM day WHERE closed_ms IS NOT NULL').get()?.['first'];
  const firstDay = first === null || first === undefined ? undefined : Number(first);

  const open = records(database, { kind: 'decisions', state: 'open', limit: MOST_RECORDS });
  const ended = records(database, { kind: 'decisions', limit: MOST_RECORDS }).filter(
    ({ state, atMs }) => state !== 'open' && atMs >= monday * DAY_MS
  );
  const followed = followedDecisions(database, [...open, ...ended], today);
  return {
    entry: reviews.find((entry) => weekOf(entry) === monday),
    cadence: reviewCadence(heldOn, { lastMonday: monday, firstDay, today }),
    presentOf: new Map(
      reviews.flatMap((entry) => {
        const week = weekOf(entry);
        return week === undefined || entry.state !== 'closed' ? [] : [[week, rolesOf(entry)] as const];
      })
    ),
    decisions: followed.sort((a, b) => b.overdueDays - a.overdueDays),
  };
}

function rolesOf({ content }: KeptEntry): string[] {
  const present = (content['present'] ?? []) as readonly { readonly role: string }[];
  return [...new Set(present.map(({ role }) => role))];
}
