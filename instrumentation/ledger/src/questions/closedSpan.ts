import type { DatabaseSync } from 'node:sqlite';
import type { EventDay } from '../store/eventDay.ts';

/** The first and the newest closed day; undefined before the first close. */
export function closedSpan(database: DatabaseSync): { readonly first: EventDay; readonly last: EventDay } | undefined {
  const { first, last } =
    database.prepare('SELECT min(day) AS first, max(day) AS last FROM day WHERE closed_ms IS NOT NULL').get() ?? {};
  return typeof first === 'number' && typeof last === 'number' ? { first, last } : undefined;
}
