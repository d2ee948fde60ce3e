import { z } from 'zod';
import { nanoUsd } from '../../fields/nanoUsd.ts';
import { pageLimit } from '../../fields/pageLimit.ts';
import { providerRatios } from '../../fields/providerRatios.ts';
import { economicTerms } from '../../ownership/economicTerms.ts';
import type { Owners } from '../../ownership/owners.ts';
import type { Ask } from '../../questions/ask.ts';
import { dayText } from '../../store/dayText.ts';
import { eventDay } from '../../store/eventDay.ts';
import { BOOK_QUERY } from '../bookQuery.ts';
import { bookRange } from '../bookRange.ts';
import { FEATURE_ECONOMICS, TENANT_ECONOMICS, USER_COSTS } from '../economicsSchema.ts';
import { ratiosOf } from '../ratiosOf.ts';
import type { Route } from '../route.ts';
import { shownFeature, shownTenant, shownUserCosts } from '../shownEconomics.ts';

const DEFAULT_DAYS = 30;

const query = BOOK_QUERY.pick({ from: true, to: true, environment: true }).extend({
  limit: pageLimit(1_000),
  calibration: providerRatios(),
  only: z.literal('features', { error: 'features, or left out' }).optional().meta({ description: 'Without tenants' }),
});
const answer = z.object({
  from: z.string().meta({ format: 'date' }),
  to: z.string().meta({ format: 'date' }),
  features: z.array(FEATURE_ECONOMICS).meta({ description: 'What loses most a month first, then the dearest' }),
  userCosts: USER_COSTS.meta({
    description: 'Of all features together, by the people calls name: who used two counts once',
  }),
  tenants: z.array(TENANT_ECONOMICS),
  otherTenants: z
    .object({ tenants: z.int(), costNanoUsd: nanoUsd('Of the tenants that are not listed') })
    .nullable()
    .meta({ description: 'null where only features were asked for' }),
});

/** Whether features and tenants are worth what they cost. */
export function economicsRoute(ask: Ask, owners: () => Owners, now: () => number): Route {
  const route: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/economics',
    summary:
      'What features and tenants cost beside what they are worth, the last 30 days up to yesterday; days restated',
    query,
    answers: { 200: answer },
    async handle({ query: { from, to, environment, calibration = [], limit = 200, only } }) {
      const yesterday = eventDay(now()) - 1;
      const range = bookRange({ from, to }, { from: (to ?? yesterday) - DEFAULT_DAYS + 1, to: yesterday });
      const { features, thresholds } = owners();
      const mayCost = (isConsumer = false) =>
        Number(thresholds.get(isConsumer ? 'user_usd_month_consumer' : 'user_usd_month'));
      const terms = economicTerms(owners(), range.from, range.to);
      const found = await ask('economics', {
        ...range,
        ...terms,
        environment,
        calibration: ratiosOf(calibration),
        limit,
        isFeaturesOnly: only !== undefined,
      });
      return {
        body: {
          from: dayText(range.from),
          to: dayText(range.to),
          features: found.features.map((one) => {
            const named = features.get(one.feature);
            return shownFeature(one, named, mayCost(named?.consumer));
          }),
          userCosts: shownUserCosts(found.userCosts),
          tenants: found.tenants.map(shownTenant),
          otherTenants: found.others
            ? { tenants: found.others.tenants, costNanoUsd: String(found.others.nanoUsd) }
            : null,
        } satisfies z.infer<typeof answer>,
      };
    },
  };
  return route as Route;
}
