import type { BillLine } from '../../../instrumentation/ledger/src/analysis/reconciliation/billLine.ts';
import { priced } from './priced.ts';

/** The same at its price, in another quantity. */
export const counted = (line: BillLine, quantity: bigint): BillLine =>
  priced({ ...line, quantity }, (line.effectiveNanoUsd / (line.quantity ?? 1n)) * quantity);
