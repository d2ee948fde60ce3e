import { z } from 'zod';
import { pageLimit } from '../../fields/pageLimit.ts';
import type { Ask } from '../../questions/ask.ts';
import { DIMENSIONS } from '../../questions/breakdown.ts';
import { eventDay } from '../../store/eventDay.ts';
import type { Store } from '../../store/store.ts';
import { BOOK_QUERY } from '../bookQuery.ts';
import { bookRange } from '../bookRange.ts';
import { DAY_SCHEMA } from '../daySchema.ts';
import { listDays } from '../listDays.ts';
import type { Route } from '../route.ts';

const DEFAULT_DAYS = 400;

const query = BOOK_QUERY.extend({
  by: z
    .enum(DIMENSIONS, `one of ${DIMENSIONS.join(', ')}`)
    .meta({ description: 'Each day in parts' })
    .optional(),
  limit: pageLimit(1_000),
});

/** Days by event time: as they closed, what came later, and restated with it. */
export function dayRoutes(books: Store['books'], ask: Ask, now: () => number): Route[] {
  const days: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/days',
    summary: 'Every day from the first booked one to today, those without a call included',
    query,
    answers: { 200: z.object({ days: z.array(DAY_SCHEMA) }) },
    async handle({ query: { from, to, by, limit = 100, ...filter } }) {
      const today = eventDay(now());
      const last = Math.max(today, books.days().at(-1)?.day ?? today);
      const range = bookRange({ from, to }, { from: last - DEFAULT_DAYS + 1, to: last });
      const breakdown = await ask('dayBreakdown', { ...filter, ...range, by, limit });
      return { body: { days: listDays(breakdown, { ...range, today, hasParts: by !== undefined }) } };
    },
  };
  return [days as Route];
}
