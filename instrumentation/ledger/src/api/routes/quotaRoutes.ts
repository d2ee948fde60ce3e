import { z } from 'zod';
import { labelName } from '../../fields/labelName.ts';
import { nanoUsd } from '../../fields/nanoUsd.ts';
import { QUOTA_KINDS, QUOTA_PERIODS, QUOTA_SCOPES } from '../../ownership/quota.ts';
import { QUOTA_STATES, type QuotaState } from '../../quotas/quotaState.ts';
import type { Route } from '../route.ts';

const one = z.strictObject({
  scope: z.enum(QUOTA_SCOPES, 'feature or tenant').meta({ description: 'Whose quotas' }),
  name: labelName('Of the feature or tenant'),
});
const query = one.partial();
const standing = z.object({
  state: z.enum(QUOTA_STATES),
  spentNanoUsd: nanoUsd('Of the calls of the period so far'),
  limitNanoUsd: nanoUsd('What may be spent in it'),
  until: z.string().meta({ description: 'The first moment of the next period' }),
});
const quota = standing.extend({
  scope: z.enum(QUOTA_SCOPES),
  name: z.string(),
  period: z.enum(QUOTA_PERIODS),
  kind: z.enum(QUOTA_KINDS),
});
const answer = z.object({
  state: z.enum(QUOTA_STATES).meta({ description: 'The worst of the quotas; ok where there is none' }),
  spentNanoUsd: standing.shape.spentNanoUsd.nullable(),
  limitNanoUsd: standing.shape.limitNanoUsd.nullable(),
  until: z.string().nullable(),
  quotas: z.array(quota),
});

/**
 * How quotas stand: what services that opt in obey. Of one name by its path, too; where a proxy decodes paths, as Grafana's
 * does, a name with a slash has to go in the query string.
 *
 * @param fresh how all of them stand, seconds old at most
 */
export function quotaRoutes(fresh: () => Promise<readonly QuotaState[]>): Route[] {
  const route: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/quotas',
    summary: 'What is spent of quotas, of one feature or tenant or all: each, and the one that decides',
    query,
    answers: { 200: answer },
    async handle({ query: { scope, name } }) {
      const quotas = (await fresh()).filter(
        (one) => (scope ?? one.scope) === one.scope && (name ?? one.name) === one.name
      );
      const decisive = quotas.toSorted(worstFirst)[0];
      return {
        body: {
          ...(decisive ? shown(decisive) : { state: 'ok', spentNanoUsd: null, limitNanoUsd: null, until: null }),
          quotas: quotas.map((one) => {
            const { scope, name, period, kind } = one;
            return { scope, name, period, kind, ...shown(one) };
          }),
        } satisfies z.infer<typeof answer>,
      };
    },
  };
  const byPath = {
    ...route,
    path: '/api/v1/quotas/{scope}/{name}',
    summary: 'The same of one feature or tenant, its name percent-encoded',
    query: one,
  };
  return [route as Route, byPath as Route];
}

function shown({ state, spentNanoUsd, nanoUsd: limit, untilMs }: QuotaState): z.infer<typeof standing> {
  return {
    state,
    spentNanoUsd: String(spentNanoUsd),
    limitNanoUsd: String(limit),
    until: new Date(untilMs).toISOString(),
  };
}

/** By state; among equals the one with the least left, and of those the hard one. */
function worstFirst(a: QuotaState, b: QuotaState): number {
  const left = ({ nanoUsd: limit, spentNanoUsd }: QuotaState) => limit - spentNanoUsd;
  const [rankA, rankB] = [a, b].map(({ state }) => QUOTA_STATES.indexOf(state));
  if (rankA !== rankB) {
    return (rankB ?? 0) - (rankA ?? 0);
  }
  return left(a) === left(b) ? (a.kind === b.kind ? 0 : a.kind === 'hard' ? -1 : 1) : left(a) < left(b) ? -1 : 1;
}
