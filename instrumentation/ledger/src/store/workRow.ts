import type { WorkLabels } from '../intake/workRecord.ts';
import type { EventDay } from './eventDay.ts';

/** Labels of work with the id the books know them by. Ids rise in the order of first arrival. */
export interface WorkSeriesRow {
  readonly id: number;
  readonly labels: WorkLabels;
}

/** Sums of one series of work. */
export interface WorkRow {
  /** The day they are booked on. */
  readonly day: EventDay;
  /** The day they happened on; another day where they came after that day was closed. */
  readonly forDay: EventDay;
  readonly series: number;
  records: number;
  /** Units, scores in millionths, ms, bytes, or nano-USD. */
  amount: bigint;
}
