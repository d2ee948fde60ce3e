import type { PriceBook } from '@ai-finops/instrumentation/pricing';
import { z } from 'zod';
import { hexId } from '../../fields/hexId.ts';
import { parseMicros } from '../../fields/parseMicros.ts';
import type { Ask } from '../../questions/ask.ts';
import { DAY_MS } from '../../store/eventDay.ts';
import { ApiRefusal } from '../apiRefusal.ts';
import { CALL_SCHEMA } from '../callSchema.ts';
import { callWorking } from '../callWorking.ts';
import type { Route } from '../route.ts';
import { shownCall } from '../shownCall.ts';
import { WORKING_SCHEMA } from '../workingSchema.ts';

/** Past it the calls of the ledger's whole life would be looked through. */
const FAR_AHEAD_MS = 100 * DAY_MS;

const query = z.strictObject({
  trace: hexId(32, 'Its trace id'),
  span: hexId(16, 'Its span id'),
  time: z
    .string()
    .refine((text) => parseMicros(text) !== undefined, 'the time of the call, as /calls gives it')
    .meta({ description: 'Its time, as /calls gives it: it is then found at once' })
    .optional(),
});

/** One call, with how its price came about. */
export function callRoute(ask: Ask, prices: PriceBook, now: () => number): Route {
  const route: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/call',
    summary: 'One call, with the working of its price: component × quantity × rate',
    query,
    answers: { 200: z.object({ call: CALL_SCHEMA, rateCard: z.string(), working: WORKING_SCHEMA }) },
    async handle({ query: { trace, span, time } }) {
      const startUs = time === undefined ? undefined : parseMicros(time);
      const range =
        startUs === undefined
          ? { fromUs: 0, toUs: (now() + FAR_AHEAD_MS) * 1_000 }
          : { fromUs: startUs, toUs: startUs + 1 };
      const row = await ask('call', { trace, span, ...range });
      if (!row) {
        throw new ApiRefusal(404, 'there is no such call: its row may be past retention');
      }
      return { body: { call: shownCall(row), rateCard: row.rateCard, working: callWorking(row, prices) } };
    },
  };
  return route as Route;
}
