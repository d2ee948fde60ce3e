import type { SegmentRow } from './segmentRow.ts';

/** What was used and what it cost in some whole days. */
export interface Period {
  /** How many days the rows are the sum of. */
  readonly days: number;
  readonly rows: readonly SegmentRow[];
}
