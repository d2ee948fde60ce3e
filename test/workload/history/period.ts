import type { UtcDay } from './utcDay.ts';

/** Which calls of which story. */
export interface Period {
  /** The last day of the story. */
  readonly anchor: UtcDay;
  /** First day. */
  readonly from: UtcDay;
  /** Calls that had ended by then; ms since the epoch. */
  readonly toMs: number;
  readonly seed: string;
}
