import type { Refusals } from '../intake/refusal.ts';
import type { CommitDelta } from './commitDelta.ts';

/** What became of several bodies that were booked in one commit. */
export interface Booked {
  /** Per body, in order. */
  readonly refused: readonly Refusals[];
  readonly delta: CommitDelta;
}
