import { z } from 'zod';
import type { Opportunity, Saving } from '../../analysis/opportunities/findOpportunities.ts';
import { OPPORTUNITY_LEVERS } from '../../analysis/opportunities/idea.ts';
import type { Ask } from '../../questions/ask.ts';
import { dayText } from '../../store/dayText.ts';
import type { Route } from '../route.ts';

const bounded = z.object({ usd: z.number(), low: z.number(), high: z.number() });
const opportunity = z.object({
  lever: z.enum(OPPORTUNITY_LEVERS),
  scope: z.object({ feature: z.string(), requestType: z.string(), provider: z.string(), model: z.string() }),
  serviceTier: z.string(),
  state: z.enum(['counted', 'needs_evaluation']),
  monthly: bounded,
  effort: z.enum(['days', 'weeks']),
  working: z.string(),
});
const answer = z.object({
  from: z.string().nullable(),
  through: z.string().nullable(),
  spentUsdPerMonth: z.number(),
  total: bounded,
  opportunities: z.array(opportunity),
  left: z
    .number()
    .meta({ description: 'Smaller ones that are in the total and not listed, and ideas beyond the list' }),
});

const MOST = 50;
const MONTH_DAYS = 365 / 12;
/** What a team usually needs: a setting and its deployment, or a change that has to be evaluated. */
const EFFORT = {
  ...{ prompt_caching: 'days', batch_shifting: 'days', retries: 'days' },
  ...{ tier_routing: 'weeks', prompt_economics: 'weeks' },
} as const;
const NONE: z.infer<typeof answer> = {
  ...{ from: null, through: null, spentUsdPerMonth: 0, total: { usd: 0, low: 0, high: 0 } },
  ...{ opportunities: [], left: 0 },
};

/** What could be saved next. */
export function opportunityRoute(ask: Ask): Route {
  return {
    method: 'GET',
    path: '/api/v1/opportunities',
    summary: 'What could be saved, ranked, as one total in which nothing is counted twice',
    answers: { 200: answer },
    async handle() {
      const found = await ask('opportunities', {});
      if (found === undefined) {
        return { body: NONE };
      }
      const perMonth = MONTH_DAYS / (found.through - found.from + 1);
      return {
        body: {
          from: dayText(found.from),
          through: dayText(found.through),
          spentUsdPerMonth: usd(found.spent, perMonth),
          total: shownSaving(found.total, perMonth),
          opportunities: found.opportunities.slice(0, MOST).map((one) => shown(one, perMonth)),
          left: Math.max(0, found.opportunities.length - MOST),
        },
      };
    },
  };
}

function shown({ lever, cell, saving, working, needsEvaluation }: Opportunity, perMonth: number) {
  const { feature, requestType, provider, model, serviceTier } = cell;
  return {
    lever,
    scope: { feature, requestType, provider, model },
    serviceTier,
    state: needsEvaluation ? 'needs_evaluation' : 'counted',
    monthly: shownSaving(saving, perMonth),
    effort: EFFORT[lever],
    working,
  };
}

function shownSaving({ low, middle, high }: Saving, perMonth: number): z.infer<typeof bounded> {
  return { usd: usd(middle, perMonth), low: usd(low, perMonth), high: usd(high, perMonth) };
}

function usd(nanoUsd: bigint, perMonth: number): number {
  return (Number(nanoUsd) / 1e9) * perMonth;
}
