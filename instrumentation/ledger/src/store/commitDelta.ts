import type { BookRow, ComponentRow, DimensionRow, DurationRow } from './bookRow.ts';
import type { WorkDelta } from './workWriter.ts';

/** What one commit added to the books; sent only once it is on disk. */
export interface CommitDelta {
  /** Labels not told of before (or told of long ago). */
  readonly dimensions: readonly DimensionRow[];
  readonly books: readonly BookRow[];
  readonly components: readonly ComponentRow[];
  readonly durations: readonly DurationRow[];
  readonly work: WorkDelta;
  readonly booked: number;
  /** Calls that others told of, not booked because a call below them tells of it. */
  readonly covered: number;
  /** Calls that were booked and are taken back, because a call below them came. */
  readonly takenBack: number;
  readonly duplicates: number;
  /** Booked calls whose list estimate by the library differs from ours. */
  readonly estimateMismatches: number;
  readonly seconds: number;
}
