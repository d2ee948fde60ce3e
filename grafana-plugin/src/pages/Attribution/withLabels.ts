import { LABELS } from '../../queries/label.ts';
import type { Filter } from '../../queries/scope.ts';

/** The filters, each label of a segment narrowed to its name; names that are empty narrow nothing. */
export function withLabels(
  filters: readonly Filter[],
  labels: Readonly<Record<string, string>> = {}
): readonly Filter[] {
  const own = LABELS.flatMap((label) =>
    label !== 'environment' && labels[label] ? [{ label, values: [labels[label]] }] : []
  );
  return [...filters.filter(({ label }) => !own.some((one) => one.label === label)), ...own];
}
