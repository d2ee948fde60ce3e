import type { PriceBook } from '@ai-finops/instrumentation/pricing';
import { z } from 'zod';
import { priceChanges } from '../../prices/priceChanges.ts';
import type { Ask } from '../../questions/ask.ts';
import { dayText } from '../../store/dayText.ts';
import { eventDay } from '../../store/eventDay.ts';
import { BOOK_QUERY } from '../bookQuery.ts';
import { bookRange } from '../bookRange.ts';
import type { Route } from '../route.ts';

const DEFAULT_DAYS = 90;
/** The dearest so many: each is looked up for every day. */
const MOST_MODELS = 50;

const query = BOOK_QUERY.omit({ tenant: true, account: true });
const perMillion = z.string().meta({ description: 'USD a million, exact' });
const changes = z.array(
  z.object({
    day: z.string(),
    provider: z.string(),
    model: z.string(),
    kind: z.enum(['list', 'contract']),
    components: z.array(z.object({ component: z.string(), before: perMillion, now: perMillion })),
  })
);

/** When used models began to cost something else. */
export function priceRoute(ask: Ask, prices: PriceBook, now: () => number): Route {
  const route: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/prices/changes',
    summary:
      'Days on which the list or contract price of a model that was used changed, by the prices the ledger has now',
    query,
    answers: { 200: z.object({ changes }) },
    async handle({ query: { from, to, ...filter } }) {
      const today = eventDay(now());
      const range = bookRange({ from, to }, { from: (to ?? today) - DEFAULT_DAYS + 1, to: today });
      const models = await ask('usedModels', { ...filter, ...range, limit: MOST_MODELS });
      const found = await priceChanges(prices, models, range);
      return { body: { changes: found.map(({ day, ...one }) => ({ day: dayText(day), ...one })) } };
    },
  };
  return route as Route;
}
