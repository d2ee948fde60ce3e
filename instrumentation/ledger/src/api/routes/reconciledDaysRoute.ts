import { z } from 'zod';
import type { BillBooks } from '../../bills/billBooks.ts';
import { reconciledDays } from '../../bills/reconciledDays.ts';
import { labelName } from '../../fields/labelName.ts';
import { monthName } from '../../fields/monthName.ts';
import { nanoUsd } from '../../fields/nanoUsd.ts';
import type { Ask } from '../../questions/ask.ts';
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
export function reconciledDaysRoute(bills: Pick<BillBooks, 'newest' | 'lines'>, ask: Ask): Route {
  const text = (value: bigint | undefined) => (value === undefined ? null : String(value));
  const route: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/reconciliation/days',
    summary: 'A cell of a month’s reconciliation by day: what is there adds up to the cell to the nano-USD',
    query,
    answers: { 200: z.object({ days: z.array(day) }) },
    async handle({ query: { month, provider, account, model, component } }) {
      const days = await reconciledDays({ month, provider, account, model, component }, bills, ask);
      return {
        body: {
          days: days.map((one) => ({
            day: one.day,
            through: one.through ?? null,
            estimateNanoUsd: text(one.estimateNanoUsd),
            estimateQuantity: text(one.estimateQuantity),
            effectiveNanoUsd: text(one.effectiveNanoUsd),
            billQuantity: text(one.billQuantity),
          })),
        },
      };
    },
  };
  return route as Route;
}
