import { CELL_THRESHOLDS, MONTH_THRESHOLDS, matchStatus } from '../../analysis/reconciliation/matchStatus.ts';
import type { Reconciliation } from '../../analysis/reconciliation/reconcile.ts';
import { STEPS } from '../../analysis/reconciliation/step.ts';
import { suggestedAction } from '../../analysis/reconciliation/suggestedAction.ts';
import type { BillRevision } from '../billBooks.ts';
import { reconcileMonth } from '../reconcileMonth.ts';
import type { BillSources } from './billSources.ts';

/** A month's bills explained by the books. */
export function shownReconciliation({ bills, books }: BillSources, { month }: { readonly month: string }) {
  const reconciled = reconcileMonth(month, bills, books.estimates(month));
  return {
    providers: reconciled.bills.map(({ bill, result }) => shownProvider(bill, result)),
    withoutBill: reconciled.withoutBill.map((one) => ({ ...one, estimateNanoUsd: String(one.estimateNanoUsd) })),
  };
}

function shownProvider(revision: BillRevision, result: Reconciliation) {
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
    steps: Object.fromEntries(STEPS.map((step) => [step, String(steps[step])])),
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
