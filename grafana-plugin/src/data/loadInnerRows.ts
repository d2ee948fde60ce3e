import type { Choice } from '../choice/choice.ts';
import type { ClosedPeriod } from '../choice/closedPeriod.ts';
import type { Label } from '../queries/label.ts';
import type { Scope } from '../queries/scope.ts';
import { askPrometheus } from './askPrometheus.ts';
import { attributionQuestions } from './attributionQuestions.ts';
import type { AttributionRow } from './attributionRow.ts';
import { attributionRows } from './attributionRows.ts';
import type { PromSource } from './promSource.ts';

/** The rows within one row: the same columns by a second label, the dearest first. */
export async function loadInnerRows(
  source: PromSource,
  scope: Scope,
  period: ClosedPeriod,
  { columns, by }: { columns: Choice['columns']; by: Label },
  nowMs: number,
  signal?: AbortSignal
): Promise<AttributionRow[]> {
  const answers = await askPrometheus(source, attributionQuestions(scope, period, columns, [by], nowMs), signal);
  return attributionRows(answers, by, new Map()).toSorted(
    (a, b) => (b.values.cost ?? 0) - (a.values.cost ?? 0) || a.name.localeCompare(b.name, 'en')
  );
}
