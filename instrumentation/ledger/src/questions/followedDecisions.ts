import type { PriceBook } from '@ai-finops/instrumentation/pricing';
import type { DatabaseSync } from 'node:sqlite';
import type { EventDay } from '../store/eventDay.ts';
import { parseDay } from '../store/parseDay.ts';
import type { LeverImpact } from './leverImpact.ts';
import { levers } from './levers.ts';
import type { KeptEntry } from './recordRow.ts';

/** An optimization that a decision became, and what it did. */
interface DecidedEvent {
  readonly id: string;
  readonly state: LeverImpact['state'] | 'not_recorded';
  /** The verdict in words, or why there is none. */
  readonly reason: string;
  readonly saved: LeverImpact['saved'];
}

export interface FollowedDecision {
  readonly entry: KeptEntry;
  /** Days since it was due, 0 where it is not overdue or not open. */
  readonly overdueDays: number;
  readonly events: readonly DecidedEvent[];
}

/** Bars are no matter here: only what an optimization did to cost. */
const UNJUDGED = { turnaroundBars: new Map<string, number>() };

/** Decisions with what became of them: the verdicts of the events they are linked to. */
export function followedDecisions(
  database: DatabaseSync,
  entries: readonly KeptEntry[],
  today: EventDay,
  prices: PriceBook
): FollowedDecision[] {
  const ids = new Set(entries.flatMap(linkedEvents));
  const measured = ids.size === 0 ? [] : levers(database, UNJUDGED, prices).levers;
  const found = new Map(
    [...ids].map((id) => [
      id,
      measured.find(({ entry }) => entry.id === id) ?? levers(database, { id, ...UNJUDGED }, prices).levers[0],
    ])
  );
  return entries.map((entry) => {
    const due = parseDay(String(entry.content['due'])) ?? today;
    const events = linkedEvents(entry).map((id): DecidedEvent => {
      const impact = found.get(id)?.impact;
      return impact
        ? { id, state: impact.state, reason: impact.reason, saved: impact.saved }
        : { id, state: 'not_recorded', reason: 'There is no event with this id.', saved: null };
    });
    return { entry, overdueDays: entry.state === 'open' ? Math.max(0, today - due) : 0, events };
  });
}

function linkedEvents({ content }: KeptEntry): string[] {
  const links = (content['links'] ?? []) as readonly { readonly to: string; readonly id: string }[];
  return [...new Set(links.filter(({ to }) => to === 'event').map(({ id }) => id))];
}
