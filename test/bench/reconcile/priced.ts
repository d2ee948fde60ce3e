import type { BillLine } from '../../../instrumentation/ledger/src/analysis/reconciliation/billLine.ts';

/** The same at another price. */
export const priced = (line: BillLine, nanoUsd: bigint): BillLine => ({
  ...line,
  effectiveNanoUsd: nanoUsd,
  billedNanoUsd: nanoUsd,
});
