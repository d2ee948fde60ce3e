import type { CauseCode } from './causeCode.ts';
import type { Step } from './step.ts';

/** What two amounts are compared for; undefined: the bill does not tell that apart. */
export interface CellKey {
  readonly account: string | undefined;
  readonly model: string | undefined;
  readonly component: string | undefined;
}

/** A part of the difference between bill and estimate, with what it is put down to. */
export interface CellPart {
  readonly step: Step;
  readonly nanoUsd: bigint;
  readonly cause: CauseCode;
  /** What the cause was told from, in words. */
  readonly evidence: string;
}

/** One cell of the month: `billed - estimate` is the sum of its parts, to the nano-USD. */
export interface ReconciledCell extends CellKey {
  readonly estimateNanoUsd: bigint;
  /** After discounts and amortised commitments. */
  readonly effectiveNanoUsd: bigint;
  readonly estimateQuantity: bigint;
  readonly billQuantity: bigint | undefined;
  readonly parts: readonly CellPart[];
}
