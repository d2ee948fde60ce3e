import type { WorkLabels } from '../intake/workRecord.ts';
import type { EventDay } from './eventDay.ts';

/** What a source outside of telemetry says of one day: it is all there was of that day, not an addition. */
export interface Reading {
  readonly day: EventDay;
  readonly kind: Exclude<WorkLabels['kind'], 'quality' | 'turnaround' | 'prefix'>;
  readonly feature: string;
  /** The unit, of a revenue the tenant; '' of users. */
  readonly name: string;
  /** Units, people, or nano-USD; undefined where the source had nothing. */
  readonly amount: bigint | undefined;
}

/** Readings of one source, such as a metric or a file. */
export interface ReadingBatch {
  readonly source: string;
  readonly readings: readonly Reading[];
}
