import type { Channel } from './channel.ts';

/** How unusual a day is. */
export interface DayScore {
  /** 4 and more, up or down, is an anomaly; 0 where nothing can be said. */
  readonly score: number;
  readonly channel: Channel;
  /** Days the deviation is an average of. */
  readonly windowDays: number;
  /** What the day would have cost, nano-USD. */
  readonly expected: number;
  /** How far the logarithm of this statistic usually strays; none for a day without cost. */
  readonly spread?: number;
}
