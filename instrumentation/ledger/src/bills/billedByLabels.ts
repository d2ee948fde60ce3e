import type { BillLine } from '../analysis/reconciliation/billLine.ts';

export interface BilledSum {
  readonly labels: Readonly<Record<'account' | 'model' | 'component' | 'charge_category', string>>;
  readonly nanoUsd: bigint;
}

/** What a bill charges by account, model, component and kind of charge. */
export function billedByLabels(lines: readonly BillLine[]): readonly BilledSum[] {
  const sums = new Map<string, BilledSum>();
  for (const { account = '', model = '', component = '', category, billedNanoUsd } of lines) {
    const labels = { account, model, component, charge_category: category };
    const key = JSON.stringify(labels);
    sums.set(key, { labels, nanoUsd: (sums.get(key)?.nanoUsd ?? 0n) + billedNanoUsd });
  }
  return [...sums.values()];
}
