import { z } from 'zod';
import { pageLimit } from '../../fields/pageLimit.ts';
import type { Ask } from '../../questions/ask.ts';
import { callCursor, readCallCursor } from '../callCursor.ts';
import { CALL_QUERY, callFilter } from '../callQuery.ts';
import { CALL_SCHEMA } from '../callSchema.ts';
import type { Route } from '../route.ts';
import { shownCall } from '../shownCall.ts';

const query = CALL_QUERY.extend({
  sort: z.enum(['cost', 'time'], 'cost or time').meta({ description: 'cost where it is left out' }).optional(),
  order: z.enum(['desc', 'asc'], 'desc or asc').meta({ description: 'desc where it is left out' }).optional(),
  limit: pageLimit(500),
  cursor: z.string().max(100).meta({ description: 'Goes on after a page: its next' }).optional(),
});

/** Single calls, the dearest first. */
export function callRoutes(ask: Ask, now: () => number): Route[] {
  const list: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/calls',
    summary: 'Calls, the dearest first; unpriced ones count as the cheapest',
    query,
    answers: { 200: z.object({ calls: z.array(CALL_SCHEMA), next: z.string().nullable() }) },
    async handle({ query: { sort = 'cost', order = 'desc', limit = 50, cursor, ...rest } }) {
      const found = await ask('calls', {
        ...callFilter(rest, now()),
        sort,
        isAscending: order === 'asc',
        after: cursor === undefined ? undefined : readCallCursor(sort, cursor),
        limit: limit + 1,
      });
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      const next = found.length > limit && last ? callCursor(sort, last) : null;
      return { body: { calls: shown.map(shownCall), next } };
    },
  };
  return [list as Route];
}
