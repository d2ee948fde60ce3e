import type { BillLine } from '../analysis/reconciliation/billLine.ts';

/** A line as a format has it, with the account, model and currency still as the bill spells them. */
export interface ParsedLine extends Omit<
  BillLine,
  'listNanoUsd' | 'effectiveNanoUsd' | 'billedNanoUsd' | 'currency' | 'billedNano'
> {
  readonly currency: string;
  /** The id of the API key that it was used with, where the bill tells; an account may be mapped from it. */
  readonly key?: string;
  /** The UTC month whose bill it stands on, YYYY-MM, where that need not be the month of its day. */
  readonly billedIn?: string | undefined;
  /** Nano-units of the currency. */
  readonly listNano?: bigint;
  readonly effectiveNano: bigint;
  readonly billedNano: bigint;
}
