import { reconcile } from '../../../instrumentation/ledger/src/analysis/reconciliation/reconcile.ts';
import { STEPS } from '../../../instrumentation/ledger/src/analysis/reconciliation/step.ts';
import type { Planted } from './plants.ts';

export interface Judged {
  /** Estimate and steps add up to the bill. */
  readonly isExact: boolean;
  /** What each cause was found to cost, nano-USD; causes of nothing left out. */
  readonly found: ReadonlyMap<string, bigint>;
}

/** What the reconciliation finds in a month. */
export function judge({ estimates, lines, unknownCalls }: Planted): Judged {
  const { cells, charges, steps, estimateNanoUsd, billNanoUsd } = reconcile(estimates, lines, unknownCalls);
  const found = new Map<string, bigint>();
  for (const { cause, nanoUsd } of [...cells.flatMap(({ parts }) => parts), ...charges]) {
    found.set(cause, (found.get(cause) ?? 0n) + nanoUsd);
  }
  return {
    isExact: STEPS.reduce((sum, step) => sum + steps[step], estimateNanoUsd) === billNanoUsd,
    found: new Map([...found].filter(([, nanoUsd]) => nanoUsd !== 0n)),
  };
}
