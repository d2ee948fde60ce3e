import { z } from 'zod';
import { count } from '../fields/count.ts';
import { nanoUsd } from '../fields/nanoUsd.ts';

const day = z.string().meta({ format: 'date' });
const UNIT_COST = z.object({
  costNanoUsd: nanoUsd('With what comes beyond inference, of days whose outcomes are known'),
  outcomes: count('Of these days; 0: there is no cost per outcome'),
  perOutcomeUsd: z.number().nullable().meta({ description: 'The one by the other; null without an outcome' }),
});
const MARGIN = z.object({
  valueNanoUsd: nanoUsd('Of the days whose value is known'),
  spendNanoUsd: nanoUsd('Of the same days'),
  marginNanoUsd: nanoUsd('The first less the second'),
  outcomes: count('Of the same days'),
});
const LOSING = z.object({
  since: day.meta({ description: 'The day on which the last seven days first lost money, and have since' }),
  isSinceStart: z.boolean().meta({ description: 'On every day there is: it may have begun before' }),
  nanoUsdPerMonth: nanoUsd(
    'What is lost a month at the rate of the last 28 days, or of those since then where they are fewer'
  ),
});

const USER_COST = z.object({
  source: z.enum(['outside', 'records']).meta({
    description:
      'outside: a source the owners file names, or a file, said how many; records: calls say whom they are for',
  }),
  from: day.meta({ description: 'First and last day of what is counted' }),
  to: day,
  users: count('People active on these days'),
  isAtLeast: z.boolean().meta({ description: 'There were more than the books have room for: a user costs less' }),
  costNanoUsd: nanoUsd('Of these days, with what comes beyond inference'),
  perUserUsd: z.number().meta({ description: 'The one by the other' }),
  callShare: z.number().nullable().meta({
    description: 'Share of the calls that say whom they are for, 0 to 1; null where an outside source counted',
  }),
});

/** What active users cost, as the API shows it. */
export const USER_COSTS = z.object({
  current: USER_COST.nullable().meta({
    description:
      'The calendar month (UTC) of the last day so far; of an outside source the 30 days up to the last of the period it counted. null: how many is not known',
  }),
  lastMonth: USER_COST.nullable().meta({
    description: 'The month before; of an outside source the 30 days up to the last of it that it counted',
  }),
});

/** A feature, as the API shows what it costs and what it is worth. */
export const FEATURE_ECONOMICS = z.object({
  feature: z.string(),
  team: z.string().nullable().meta({ description: 'Its team and owner, by the owners file' }),
  owner: z.string().nullable(),
  inferenceNanoUsd: nanoUsd('Of the period, restated'),
  otherNanoUsd: nanoUsd('Of the period, beyond inference, by the owners file'),
  requests: count('Of the period'),
  unit: z.string().nullable().meta({ description: 'What is counted; null: no outcomes were ever recorded' }),
  unitSince: day.nullable().meta({ description: 'Where another unit was counted before: the first day compared' }),
  unitBefore: z.string().nullable(),
  period: UNIT_COST,
  week: UNIT_COST.meta({ description: 'The last seven days of the period' }),
  weekBefore: UNIT_COST,
  margin: MARGIN.nullable().meta({ description: 'null: nobody said what an outcome is worth' }),
  replacement: MARGIN.nullable().meta({
    description: 'The same with what outcomes would cost without AI as the value',
  }),
  losing: LOSING.nullable(),
  quality: z
    .object({ mean: z.number(), count: z.int(), bar: z.number().nullable() })
    .nullable()
    .meta({ description: 'Mean of the judgements of the period, whoever judged' }),
  userCosts: USER_COSTS,
  userLimitUsd: z.number().meta({
    description:
      'What an active user may cost a month, USD, by the owners file: user_usd_month, or user_usd_month_consumer',
  }),
  gapDays: z.int().meta({ description: 'Days whose outcomes are unknown: they are in no ratio and no margin' }),
  daysWithoutOutcomes: z.int().meta({ description: 'Days with requests and no outcome: they are in all of them' }),
  line: z
    .array(z.object({ day, perOutcomeUsd: z.number().nullable() }))
    .meta({ description: 'Seven days each, up to each of the last 90' }),
});

/** A tenant, as the API shows what it costs and pays. */
export const TENANT_ECONOMICS = z.object({
  tenant: z.string(),
  costNanoUsd: nanoUsd('Inference of the period, restated; what comes beyond is not known by tenant'),
  revenueNanoUsd: nanoUsd('Of the days whose revenue is known').nullable(),
  marginNanoUsd: nanoUsd('Revenue less the cost of the same days').nullable(),
  losing: LOSING.nullable(),
  daysWithoutRevenue: z.int(),
});
