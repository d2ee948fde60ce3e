import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { z } from 'zod';
import { amount } from '../../fields/amount.ts';
import { dayParameter } from '../../fields/dayParameter.ts';
import { labelName } from '../../fields/labelName.ts';
import { plainText } from '../../fields/plainText.ts';
import { nanoOfUsd } from '../../ownership/nanoOfUsd.ts';
import { eventDay } from '../../store/eventDay.ts';
import type { Reading } from '../../store/reading.ts';
import type { Store } from '../../store/store.ts';
import { ApiRefusal } from '../apiRefusal.ts';
import type { Route } from '../route.ts';

const day = dayParameter('The UTC day, over by now');
const whole = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})$/, 'a whole number as text, such as "1200"')
  .transform(BigInt)
  .meta({ description: 'All there were on that day' });
const usd = amount('USD of that day').transform(nanoOfUsd);
const feature = labelName('The feature');
const reading = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('outcome'), day, feature, unit: labelName('The unit of work'), count: whole }),
  z.strictObject({ kind: z.literal('value'), day, feature, usd }),
  z.strictObject({ kind: z.literal('revenue'), day, tenant: labelName('The tenant'), usd }),
  z.strictObject({ kind: z.literal('users'), day, feature, count: whole }),
]);
const body = z.strictObject({
  source: plainText(200, 'Where it is from, such as the name of a file'),
  readings: z.array(reading).min(1, 'at least one').max(500, 'at most 500 at once'),
});
const answer = z.object({ read: z.int() });

/** What is known of days elsewhere: outcomes, what they were worth, what tenants paid. */
export function readingRoute(store: Pick<Store, 'read'>, now: () => number): Route {
  const route: Route<unknown, z.infer<typeof body>> = {
    method: 'POST',
    path: '/api/v1/readings',
    summary: 'Say what all of a day was: it takes the place of what was said before, and is not added to it',
    role: 'Editor',
    body: body as z.ZodType<z.infer<typeof body>>,
    answers: { 200: answer },
    async handle({ body: { source, readings } }) {
      const today = eventDay(now());
      const early = readings.findIndex((one) => one.day >= today);
      if (early >= 0) {
        const field = `readings.${early}.day`;
        throw new ApiRefusal(400, `${field}: the day is not over: it is read when it is`, { field });
      }
      try {
        await store.read({ source, readings: readings.map(toReading) });
      } catch (error) {
        throw new ApiRefusal(503, error instanceof Error ? error.message : 'the books cannot be written');
      }
      return { body: { read: readings.length } satisfies z.infer<typeof answer> };
    },
  };
  return route as Route;
}

function toReading(one: z.infer<typeof reading>): Reading {
  switch (one.kind) {
    case 'outcome':
      return { day: one.day, kind: one.kind, feature: one.feature, name: one.unit, amount: one.count };
    case 'users':
      return { day: one.day, kind: one.kind, feature: one.feature, name: '', amount: one.count };
    case 'value':
      return { day: one.day, kind: one.kind, feature: one.feature, name: '', amount: one.usd };
    case 'revenue':
      return { day: one.day, kind: one.kind, feature: UNALLOCATED, name: one.tenant, amount: one.usd };
  }
}
