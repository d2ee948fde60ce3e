import { z } from 'zod';
import { count } from '../../fields/count.ts';
import { microText } from '../../fields/microText.ts';
import { nanoUsd } from '../../fields/nanoUsd.ts';
import { pageLimit } from '../../fields/pageLimit.ts';
import type { Ask } from '../../questions/ask.ts';
import { CALL_QUERY, callFilter } from '../callQuery.ts';
import type { Route } from '../route.ts';

const cost = nanoUsd('What they cost; unpriced ones left out');
const HISTOGRAM = z.object({
  buckets: z.array(
    z.object({
      upToNanoUsd: nanoUsd('Costs up to this; null above the last one').nullable(),
      calls: count('Calls in this bucket alone'),
      costNanoUsd: cost,
    })
  ),
  unpriced: count('Calls whose cost is unknown: in no bucket'),
});
const TASKS = z.object({
  tasks: z.array(
    z.object({
      task: z.string(),
      calls: count('Its calls in this time'),
      unpriced: count('Those of them whose cost is unknown'),
      costNanoUsd: cost,
      first: z.string(),
      last: z.string(),
      feature: z.string().nullable().meta({ description: 'null where there are several' }),
      tenant: z.string().nullable().meta({ description: 'null where there are several' }),
    })
  ),
});
const tasksQuery = CALL_QUERY.extend({
  sort: z
    .enum(['cost', 'calls', 'time'], 'cost, calls or time')
    .meta({ description: 'cost where it is left out; time: the latest first' })
    .optional(),
  limit: pageLimit(500),
});

/** What single calls add up to: how many cost how much, and by agent task. */
export function callSumRoutes(ask: Ask, now: () => number): Route[] {
  const histogram: Route<z.infer<typeof CALL_QUERY>> = {
    method: 'GET',
    path: '/api/v1/calls/histogram',
    summary: 'How many calls cost how much',
    query: CALL_QUERY,
    answers: { 200: HISTOGRAM },
    async handle({ query }) {
      const { buckets, unpriced } = await ask('callHistogram', callFilter(query, now()));
      const shown = buckets.map(({ upToNanoUsd, calls, costNanoUsd }) => ({
        upToNanoUsd: upToNanoUsd === null ? null : String(upToNanoUsd),
        calls: String(calls),
        costNanoUsd: String(costNanoUsd),
      }));
      return { body: { buckets: shown, unpriced: String(unpriced) } satisfies z.infer<typeof HISTOGRAM> };
    },
  };
  const tasks: Route<z.infer<typeof tasksQuery>> = {
    method: 'GET',
    path: '/api/v1/tasks',
    summary: 'Agent tasks, the dearest first; calls that name none are in none',
    query: tasksQuery,
    answers: { 200: TASKS },
    async handle({ query: { sort = 'cost', limit = 50, ...rest } }) {
      const found = await ask('tasks', { ...callFilter(rest, now()), sort, limit });
      const shown = found.map(({ firstUs, lastUs, calls, unpriced, costNanoUsd, feature, tenant, task }) => ({
        task,
        calls: String(calls),
        unpriced: String(unpriced),
        costNanoUsd: String(costNanoUsd),
        first: microText(firstUs),
        last: microText(lastUs),
        feature: feature ?? null,
        tenant: tenant ?? null,
      }));
      return { body: { tasks: shown } satisfies z.infer<typeof TASKS> };
    },
  };
  return [histogram as Route, tasks as Route];
}
