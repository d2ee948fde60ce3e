import { z } from 'zod';
import type { AskBills } from '../../bills/answers/askBills.ts';
import { monthName } from '../../fields/monthName.ts';
import { nanoUsd } from '../../fields/nanoUsd.ts';
import { labelName } from '../../fields/labelName.ts';
import type { Route } from '../route.ts';

const query = z.strictObject({
  month: monthName('Only this UTC month').optional(),
  provider: labelName('Only this provider, as the books name it').optional(),
});

const revision = z.object({
  provider: z.string(),
  month: z.string(),
  state: z.enum(['open', 'provisional', 'final']),
  source: z.string(),
  importedAt: z.string(),
  revision: z.number(),
});
const line = z.object({
  day: z.string(),
  through: z.string().nullable(),
  provider: z.string(),
  account: z.string().nullable(),
  model: z.string().nullable(),
  tier: z.string().nullable(),
  component: z.string().nullable(),
  description: z.string(),
  category: z.enum(['usage', 'purchase', 'tax', 'credit', 'adjustment']),
  quantity: z.string().nullable(),
  unit: z.string().nullable(),
  listNanoUsd: nanoUsd('Before discounts').nullable(),
  effectiveNanoUsd: nanoUsd('After discounts and amortised commitments'),
  billedNanoUsd: nanoUsd('What the invoice charges'),
  currency: z.string().nullable().meta({ description: 'Of the bill, where it is not USD' }),
  billedNano: z.string().nullable().meta({ description: 'What the invoice charges, in nano-units of that currency' }),
});

/** Bills as they were imported: every revision, and the lines of the newest. */
export function billRoutes(ask: AskBills): Route[] {
  const list: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/bills',
    summary:
      'Imported bills: every revision of each month; with month and provider also the lines of the newest, by day',
    query,
    answers: { 200: z.object({ revisions: z.array(revision), lines: z.array(line) }) },
    handle: async ({ query: asked }) => ({ body: await ask('list', asked) }),
  };
  return [list as Route];
}
