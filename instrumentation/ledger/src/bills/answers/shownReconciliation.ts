import type { BillOwners } from '../../analysis/reconciliation/billOwners.ts';
import { cellOwner } from '../../analysis/reconciliation/cellOwner.ts';
import type { CellUse } from '../../analysis/reconciliation/cellUse.ts';
import { CELL_THRESHOLDS, MONTH_THRESHOLDS, matchStatus } from '../../analysis/reconciliation/matchStatus.ts';
import { needsAction } from '../../analysis/reconciliation/needsAction.ts';
import type { Reconciliation } from '../../analysis/reconciliation/reconcile.ts';
import { STEPS } from '../../analysis/reconciliation/step.ts';
import { suggestedAction } from '../../analysis/reconciliation/suggestedAction.ts';
import type { BillRevision } from '../billBooks.ts';
import { isSelfHosted } from '../isSelfHosted.ts';
import { reconcileMonth } from '../reconcileMonth.ts';
import type { BillSources } from './billSources.ts';

/** A month's bills explained by the books, with who answers for each difference. */
export function shownReconciliation(
  { bills, books, overlay }: BillSources,
  { month, owners }: { readonly month: string; readonly owners: BillOwners }
) {
  const reconciled = reconcileMonth(month, bills, books.estimates(month));
  const uses = books.uses(month);
  return {
    owner: owners.total ?? null,
    providers: reconciled.bills.map(({ bill, result }) =>
      shownProvider(
        bill,
        result,
        uses.filter(({ provider }) => provider === bill.provider),
        owners
      )
    ),
    withoutBill: reconciled.withoutBill.map(({ provider, estimateNanoUsd, cells }) => ({
      provider,
      estimateNanoUsd: String(estimateNanoUsd),
      isSelfHosted: isSelfHosted(cells, overlay),
    })),
  };
}

function shownProvider(revision: BillRevision, result: Reconciliation, uses: readonly CellUse[], owners: BillOwners) {
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
    needsAction: needsAction(cause),
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
      owner: cellOwner({ account, model }, uses, owners) ?? null,
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
