import { z } from 'zod';
import type { AskBills } from '../../bills/answers/askBills.ts';
import { labelName } from '../../fields/labelName.ts';
import { monthName } from '../../fields/monthName.ts';
import { nanoUsd } from '../../fields/nanoUsd.ts';
import type { Route } from '../route.ts';

const cellName = (of: string) => labelName(`${of} of the cell; left out where the bill does not tell it`).optional();
const query = z.strictObject({
  month: monthName('The UTC month'),
  provider: labelName('Whose bill, as the books name it'),
  account: cellName('Account'),
  model: cellName('Model'),
  component: cellName('Component'),
});
const day = z.object({
  day: z.string(),
  through: z.string().nullable().meta({ description: 'Last day of a charge for several days' }),
  estimateNanoUsd: nanoUsd('By the books; null in the row of a charge for several days').nullable(),
  estimateQuantity: z.string().nullable(),
  effectiveNanoUsd: nanoUsd('By the bill; null where a charge for several days covers the day').nullable(),
  billQuantity: z.string().nullable(),
});

/** One reconciled cell by day. */
export function reconciledDaysRoute(ask: AskBills): Route {
  const route: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/reconciliation/days',
    summary: 'A cell of a month’s reconciliation by day: what is there adds up to the cell to the nano-USD',
    query,
    answers: { 200: z.object({ days: z.array(day) }) },
    handle: async ({ query: { month, provider, account, model, component } }) => ({
      body: await ask('days', { month, provider, account, model, component }),
    }),
  };
  return route as Route;
}
