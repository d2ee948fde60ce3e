import type { Calibration } from '../queries/calibration.ts';
import type { Answer } from './answer.ts';

/** Which days there are. Days are named by their start, 00:00 UTC in ms. */
export interface Books {
  /** The day it is now. */
  readonly today: number;
  /** Ascending, at most the last 100. */
  readonly closedDays: readonly number[];
  readonly lastClosedDay: number | undefined;
  readonly environments: readonly string[];
  /** What bills say of the providers' costs; empty: no final bill. */
  readonly calibration: Answer<readonly Calibration[]>;
}
