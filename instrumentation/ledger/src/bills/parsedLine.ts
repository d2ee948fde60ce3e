import type { BillLine } from '../analysis/reconciliation/billLine.ts';

/** A line as a format has it, with the account, model and currency still as the bill spells them. */
export interface ParsedLine extends Omit<
  BillLine,
  'listNanoUsd' | 'effectiveNanoUsd' | 'billedNanoUsd' | 'currency' | 'billedNano'
> {
  readonly currency: string;
  /** Nano-units of the currency. */
  readonly listNano?: bigint;
  readonly effectiveNano: bigint;
  readonly billedNano: bigint;
}
