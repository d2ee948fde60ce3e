import { z } from 'zod';
import { nanoUsd } from '../../fields/nanoUsd.ts';
import { pageLimit } from '../../fields/pageLimit.ts';
import { providerRatios } from '../../fields/providerRatios.ts';
import type { Ask } from '../../questions/ask.ts';
import { DIMENSIONS } from '../../questions/breakdown.ts';
import type { DayCosts } from '../../questions/costs.ts';
import { dayText } from '../../store/dayText.ts';
import { eventDay } from '../../store/eventDay.ts';
import { BOOK_QUERY } from '../bookQuery.ts';
import { bookRange } from '../bookRange.ts';
import { ratiosOf } from '../ratiosOf.ts';
import type { Route } from '../route.ts';

const DEFAULT_DAYS = 30;

const query = BOOK_QUERY.extend({
  by: z
    .enum(DIMENSIONS, `one of ${DIMENSIONS.join(', ')}`)
    .meta({ description: 'One cost for each name' })
    .optional(),
  calibration: providerRatios(),
  each: z.literal('day', { error: 'day, or left out' }).optional().meta({ description: 'Also of each day' }),
  limit: pageLimit(10_000),
});
const cost = z.object({
  costNanoUsd: nanoUsd('Of the closed days, as they closed'),
  days: z
    .array(z.object({ day: z.string().meta({ format: 'date' }), costNanoUsd: nanoUsd('Of the day') }))
    .meta({ description: 'Days it cost something; left out where they were not asked for' })
    .optional(),
});
const answer = z.object({
  costs: z.array(cost.extend({ name: z.string().meta({ description: 'Empty where nothing was asked by' }) })),
  others: cost.extend({ names: z.int().meta({ description: 'How many are not listed' }) }),
  tenantProvidersUnknownThrough: z
    .string()
    .meta({
      format: 'date',
      description:
        'The last day of which it is not known at which provider all of its tenants’ cost arose: that part stays an estimate. null: it is known of all days',
    })
    .nullable(),
});

/** Costs as the daily series have them, and calibrated; of tenants, too, whose series know no provider. */
export function costRoute(ask: Ask, now: () => number): Route {
  const route: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/costs',
    summary: 'What closed days cost as they closed, by any label or tenant, as billed where ratios are given',
    query,
    answers: { 200: answer },
    async handle({ query: { from, to, calibration = [], each, limit = 100, ...filter } }) {
      const yesterday = eventDay(now()) - 1;
      const range = bookRange({ from, to }, { from: (to ?? yesterday) - DEFAULT_DAYS + 1, to: yesterday });
      const isDaily = each !== undefined;
      const { names, others, unknownThrough } = await ask('costs', {
        ...{ ...filter, ...range, limit, isDaily, calibration: ratiosOf(calibration) },
      });
      const shown = ({ nanoUsd: sum, days }: DayCosts) => ({
        costNanoUsd: String(sum),
        ...(isDaily && {
          days: [...days].map(([day, nanoUsd]) => ({ day: dayText(day), costNanoUsd: String(nanoUsd) })),
        }),
      });
      return {
        body: {
          costs: names.map(({ name, ...own }) => ({ name, ...shown(own) })),
          others: { names: others.names, ...shown(others) },
          tenantProvidersUnknownThrough: unknownThrough === undefined ? null : dayText(unknownThrough),
        } satisfies z.infer<typeof answer>,
      };
    },
  };
  return route as Route;
}
