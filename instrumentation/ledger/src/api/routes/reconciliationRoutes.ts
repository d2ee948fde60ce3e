import { z } from 'zod';
import { STEPS, type Step } from '../../analysis/reconciliation/step.ts';
import type { AskBills } from '../../bills/answers/askBills.ts';
import { monthName } from '../../fields/monthName.ts';
import { nanoUsd } from '../../fields/nanoUsd.ts';
import { billOwners } from '../../ownership/billOwners.ts';
import type { Owners } from '../../ownership/owners.ts';
import { CHARGED } from '../../questions/monthWeights.ts';
import type { Route } from '../route.ts';

const STATUSES = z.enum(['green', 'amber', 'red']);
const month = monthName('The UTC month');
const query = z.strictObject({ month });
const chargeQuery = z.strictObject({ month, by: z.enum(CHARGED).meta({ description: 'Whose share it is' }) });

const part = z.object({
  step: z.enum(STEPS),
  nanoUsd: nanoUsd('The part of the difference'),
  cause: z.string(),
  evidence: z.string(),
  action: z.string(),
  needsAction: z.boolean().meta({ description: 'false: it is as it should be' }),
});
const cell = z.object({
  account: z.string().nullable(),
  model: z.string().nullable(),
  component: z.string().nullable(),
  owner: z.string().nullable().meta({
    description: 'Of its account; else the one owner of all features that called; else who answers for all',
  }),
  estimateNanoUsd: nanoUsd('By the books'),
  effectiveNanoUsd: nanoUsd('By the bill, after discounts and amortised commitments'),
  estimateQuantity: z.string(),
  billQuantity: z.string().nullable(),
  status: STATUSES,
  parts: z.array(part),
});
const provider = z.object({
  provider: z.string(),
  state: z.enum(['open', 'provisional', 'final']),
  source: z.string(),
  importedAt: z.string(),
  revision: z.number(),
  status: STATUSES,
  estimateNanoUsd: nanoUsd('By the books'),
  billNanoUsd: nanoUsd('What the invoice charges'),
  steps: z.object(
    Object.fromEntries(STEPS.map((step) => [step, nanoUsd('Of this step')])) as Record<Step, ReturnType<typeof nanoUsd>>
  ),
  coverage: z.number().nullable().meta({ description: 'Share of billed usage that the books know, 0 to 1' }),
  cells: z.array(cell),
  charges: z.array(part.extend({ description: z.string() })),
});

/** Bills against the books of the same month. */
export function reconciliationRoutes(ask: AskBills, owners: () => Owners): Route[] {
  const reconciliation: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/reconciliation',
    summary: 'A month’s bills explained by the books: estimate and steps add up to each bill to the nano-USD',
    query,
    answers: {
      200: z.object({
        owner: z.string().nullable().meta({ description: 'Who answers for all, by the owners file' }),
        providers: z.array(provider),
        withoutBill: z.array(
          z.object({
            provider: z.string(),
            estimateNanoUsd: nanoUsd('By the books'),
            isSelfHosted: z.boolean().meta({ description: 'All of it of models one runs oneself: no bill comes' }),
          })
        ),
      }),
    },
    handle: async ({ query: asked }) => ({
      body: await ask('reconciliation', { ...asked, owners: billOwners(owners()) }),
    }),
  };
  const chargeback: Route<z.infer<typeof chargeQuery>> = {
    method: 'GET',
    path: '/api/v1/chargeback',
    summary:
      'The month’s bills shared by what the books say each name cost; the shares add up to the bills to the cent',
    query: chargeQuery,
    answers: {
      200: z.object({
        billCents: z.string(),
        shares: z.array(z.object({ name: z.string(), cents: z.string() })),
      }),
    },
    handle: async ({ query: asked }) => ({ body: await ask('chargeback', asked) }),
  };
  return [reconciliation as Route, chargeback as Route];
}
