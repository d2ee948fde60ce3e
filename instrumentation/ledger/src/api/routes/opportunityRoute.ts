import { z } from 'zod';
import type { MonthlyUse } from '../../analysis/breakEven/sizeCommitment.ts';
import type { ProviderIdea } from '../../analysis/opportunities/contractIdea.ts';
import type { Opportunity, Saving } from '../../analysis/opportunities/findOpportunities.ts';
import { OPPORTUNITY_LEVERS } from '../../analysis/opportunities/idea.ts';
import type { AskBills } from '../../bills/answers/askBills.ts';
import type { Owners } from '../../ownership/owners.ts';
import type { Ask } from '../../questions/ask.ts';
import { dayText } from '../../store/dayText.ts';
import { providerIdeas } from '../providerIdeas.ts';
import type { Route } from '../route.ts';
import { DAYS_A_MONTH } from '../../questions/daysAMonth.ts';

const bounded = z.object({ usd: z.number(), low: z.number(), high: z.number() });
const opportunity = z.object({
  lever: z.enum([...OPPORTUNITY_LEVERS, 'contract', 'idle_commitment']),
  scope: z
    .object({
      feature: z.string().optional(),
      requestType: z.string().optional(),
      provider: z.string(),
      model: z.string().optional(),
    })
    .meta({ description: 'Of a contract and a commitment the provider alone' }),
  serviceTier: z.string(),
  state: z
    .enum(['counted', 'needs_evaluation', 'needs_offer'])
    .meta({ description: 'Only what is counted is in the total' }),
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
/** What a team usually needs: a setting and its deployment, or a change that has to be evaluated. */
const EFFORT: Readonly<Record<z.infer<typeof opportunity>['lever'], 'days' | 'weeks'>> = {
  ...{ prompt_caching: 'days', batch_shifting: 'days', retries: 'days' },
  ...{ tier_routing: 'weeks', prompt_economics: 'weeks', contract: 'weeks', idle_commitment: 'weeks' },
};
const NONE: z.infer<typeof answer> = {
  ...{ from: null, through: null, spentUsdPerMonth: 0, total: { usd: 0, low: 0, high: 0 } },
  ...{ opportunities: [], left: 0 },
};

/** What could be saved next. */
export function opportunityRoute(ask: Ask, askBills: AskBills, owners: () => Owners): Route {
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
      const perMonth = DAYS_A_MONTH / (found.through - found.from + 1);
      const { idle, contracts } = await providerIdeas(found.providers, askBills, owners());
      const won = sumOf(idle.map(({ monthly }) => monthly));
      const total = shownSaving(found.total, perMonth);
      const ideas = [
        ...found.opportunities.map((one) => shown(one, perMonth)),
        ...idle.map((idea) => shownProvider(idea, 'idle_commitment', 'counted')),
        ...contracts.map((idea) => shownProvider(idea, 'contract', 'needs_offer')),
      ].sort((a, b) => Number(a.state !== 'counted') - Number(b.state !== 'counted') || b.monthly.usd - a.monthly.usd);
      return {
        body: {
          from: dayText(found.from),
          through: dayText(found.through),
          // What lies idle is paid, and no call's.
          spentUsdPerMonth: usd(found.spent, perMonth) + won.high,
          total: { usd: total.usd + won.middle, low: total.low + won.low, high: total.high + won.high },
          opportunities: ideas.slice(0, MOST),
          left: Math.max(0, ideas.length - MOST),
        },
      };
    },
  };
}

function shown(
  { lever, cell, saving, working, needsEvaluation }: Opportunity,
  perMonth: number
): z.infer<typeof opportunity> {
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

function shownProvider(
  { provider, monthly: { low, middle, high }, working }: ProviderIdea,
  lever: 'contract' | 'idle_commitment',
  state: 'counted' | 'needs_offer'
): z.infer<typeof opportunity> {
  return {
    ...{ lever, state, working, effort: EFFORT[lever], scope: { provider }, serviceTier: '' },
    monthly: { usd: middle, low, high },
  };
}

function sumOf(parts: readonly MonthlyUse[]): MonthlyUse {
  const sum = (side: keyof MonthlyUse) => parts.reduce((all, one) => all + one[side], 0);
  return { low: sum('low'), middle: sum('middle'), high: sum('high') };
}

function shownSaving({ low, middle, high }: Saving, perMonth: number): z.infer<typeof bounded> {
  return { usd: usd(middle, perMonth), low: usd(low, perMonth), high: usd(high, perMonth) };
}

function usd(nanoUsd: bigint, perMonth: number): number {
  return (Number(nanoUsd) / 1e9) * perMonth;
}
