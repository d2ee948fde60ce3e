import type { EventDay } from '../store/eventDay.ts';

/** What one run of the scheduled export did. */
export interface ExportSummary {
  readonly written: EventDay[];
  /** Days whose books moved while they were written: the next run takes them. */
  moved: number;
  /** Calls in the days written. */
  calls: number;
}
