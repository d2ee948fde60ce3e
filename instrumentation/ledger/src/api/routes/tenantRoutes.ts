import { z } from 'zod';
import { count } from '../../fields/count.ts';
import { nanoUsd } from '../../fields/nanoUsd.ts';
import { pageLimit } from '../../fields/pageLimit.ts';
import type { Ask } from '../../questions/ask.ts';
import type { TenantSums } from '../../questions/tenants.ts';
import { eventDay } from '../../store/eventDay.ts';
import { BOOK_QUERY } from '../bookQuery.ts';
import { bookRange } from '../bookRange.ts';
import type { Route } from '../route.ts';

const DEFAULT_DAYS = 30;

const query = BOOK_QUERY.pick({ from: true, to: true, tenant: true, feature: true, environment: true }).extend({
  sort: z.enum(['cost', 'calls'], 'cost or calls').meta({ description: 'cost where it is left out' }).optional(),
  limit: pageLimit(1_000),
});
const sums = z.object({
  costNanoUsd: nanoUsd('Of all calls of these days, whenever they came'),
  listNanoUsd: nanoUsd('The same at list'),
  requests: count('Those calls'),
  openNanoUsd: nanoUsd('What of the cost is of days that are not closed'),
});
const answer = z.object({
  tenants: z.array(sums.extend({ tenant: z.string() })),
  others: sums.extend({ tenants: count('How many are not shown') }),
});

/** Tenants, of which there are too many for Prometheus to know by the hour. */
export function tenantRoutes(ask: Ask, now: () => number): Route[] {
  const list: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/tenants',
    summary: 'What tenants cost, the dearest first: days restated, the open one included',
    query,
    answers: { 200: answer },
    async handle({ query: { from, to, sort = 'cost', limit = 100, ...filter } }) {
      const today = eventDay(now());
      const range = bookRange({ from, to }, { from: (to ?? today) - DEFAULT_DAYS + 1, to: today });
      const { tenants, total } = await ask('tenants', { ...filter, ...range, sort, limit });
      const left = tenants.reduce((rest, { tenant: _, ...one }) => minus(rest, one), total as TenantSums);
      return {
        body: {
          tenants: tenants.map(({ tenant, ...own }) => ({ tenant, ...shown(own) })),
          others: { tenants: String(total.tenants - BigInt(tenants.length)), ...shown(left) },
        } satisfies z.infer<typeof answer>,
      };
    },
  };
  return [list as Route];
}

function minus(a: TenantSums, b: TenantSums): TenantSums {
  return {
    costNanoUsd: a.costNanoUsd - b.costNanoUsd,
    listNanoUsd: a.listNanoUsd - b.listNanoUsd,
    requests: a.requests - b.requests,
    openNanoUsd: a.openNanoUsd - b.openNanoUsd,
  };
}

function shown({ costNanoUsd, listNanoUsd, requests, openNanoUsd }: TenantSums) {
  return {
    costNanoUsd: String(costNanoUsd),
    listNanoUsd: String(listNanoUsd),
    requests: String(requests),
    openNanoUsd: String(openNanoUsd),
  };
}
