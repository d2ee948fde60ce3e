import { z } from 'zod';
import { CELL_THRESHOLDS, MONTH_THRESHOLDS, matchStatus } from '../../analysis/reconciliation/matchStatus.ts';
import type { Reconciliation } from '../../analysis/reconciliation/reconcile.ts';
import { STEPS, type Step } from '../../analysis/reconciliation/step.ts';
import { suggestedAction } from '../../analysis/reconciliation/suggestedAction.ts';
import type { BillBooks, BillRevision } from '../../bills/billBooks.ts';
import { chargeBack } from '../../bills/chargeBack.ts';
import { monthDays } from '../../bills/monthDays.ts';
import { reconcileMonth } from '../../bills/reconcileMonth.ts';
import { monthName } from '../../fields/monthName.ts';
import { nanoUsd } from '../../fields/nanoUsd.ts';
import type { Ask } from '../../questions/ask.ts';
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
});
const cell = z.object({
  account: z.string().nullable(),
  model: z.string().nullable(),
  component: z.string().nullable(),
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
export function reconciliationRoutes(bills: Pick<BillBooks, 'newest' | 'lines'>, ask: Ask): Route[] {
  const reconciliation: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/reconciliation',
    summary: 'A month’s bills explained by the books: estimate and steps add up to each bill to the nano-USD',
    query,
    answers: {
      200: z.object({
        providers: z.array(provider),
        withoutBill: z.array(z.object({ provider: z.string(), estimateNanoUsd: nanoUsd('By the books') })),
      }),
    },
    async handle({ query: { month: asked } }) {
      const { bills: reconciled, withoutBill } = await reconcileMonth(asked, bills, ask);
      return {
        body: {
          providers: reconciled.map(({ bill, result }) => shownProvider(bill, result)),
          withoutBill: withoutBill.map((one) => ({ ...one, estimateNanoUsd: String(one.estimateNanoUsd) })),
        },
      };
    },
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
    async handle({ query: { month: asked, by } }) {
      const weights = await ask('monthWeights', { ...monthDays(asked), by });
      const billed = bills
        .newest(asked)
        .map((revision) => ({ provider: revision.provider, lines: bills.lines(revision) }));
      const { billCents, shares } = chargeBack(billed, weights);
      return {
        body: {
          billCents: String(billCents),
          shares: shares.map(({ name, cents }) => ({ name, cents: String(cents) })),
        },
      };
    },
  };
  return [reconciliation as Route, chargeback as Route];
}

function shownProvider(revision: BillRevision, result: Reconciliation): z.infer<typeof provider> {
  const { estimateNanoUsd, billNanoUsd, steps, coverage } = result;
  const shownPart = ({
    step,
    nanoUsd: amount,
    cause,
    evidence,
  }: Reconciliation['charges'][number] | Reconciliation['cells'][number]['parts'][number]) => ({
    step,
    nanoUsd: String(amount),
    cause,
    evidence,
    action: suggestedAction(cause),
  });
  return {
    provider: revision.provider,
    state: revision.state,
    source: revision.source,
    importedAt: new Date(revision.importedMs).toISOString(),
    revision: revision.id,
    status: matchStatus(
      estimateNanoUsd,
      estimateNanoUsd + steps.volume + steps.price + steps.unexplained,
      MONTH_THRESHOLDS
    ),
    estimateNanoUsd: String(estimateNanoUsd),
    billNanoUsd: String(billNanoUsd),
    steps: Object.fromEntries(STEPS.map((step) => [step, String(steps[step])])) as z.infer<typeof provider>['steps'],
    coverage: coverage ?? null,
    cells: result.cells.map(({ parts, account, model, component, billQuantity, ...one }) => ({
      account: account ?? null,
      model: model ?? null,
      component: component ?? null,
      estimateNanoUsd: String(one.estimateNanoUsd),
      effectiveNanoUsd: String(one.effectiveNanoUsd),
      estimateQuantity: String(one.estimateQuantity),
      billQuantity: billQuantity === undefined ? null : String(billQuantity),
      status: matchStatus(one.estimateNanoUsd, one.effectiveNanoUsd, CELL_THRESHOLDS),
      parts: parts.map(shownPart),
    })),
    charges: result.charges.map((charge) => ({ ...shownPart(charge), description: charge.description })),
  };
}
