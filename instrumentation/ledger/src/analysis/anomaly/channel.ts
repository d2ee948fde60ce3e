/** What is watched: the day's cost, and the cost of a call (retries inside, so that a storm of them shows). */
export type Channel = 'cost' | 'cost_per_call';

/** How one channel is judged over one window of days. */
export interface ChannelWindow {
  readonly channel: Channel;
  /** Days averaged. */
  readonly days: number;
  /** Days before the window that say what is usual. */
  readonly baselineDays: number;
  /** Standard deviation of the statistic to expect where its history is short, in log units. */
  readonly prior: number;
  /** The least standard deviation believed, in log units. */
  readonly floor: number;
  /** Standard deviations that score 4: how far this statistic must stray to be worth a word. */
  readonly alarmAt: number;
}

/** Chosen on seed 1 of `npm run bench -- anomaly`; its figures are of other seeds. */
export const CHANNEL_WINDOWS: readonly ChannelWindow[] = [
  { channel: 'cost', days: 1, baselineDays: 14, prior: 0.3, floor: 0.06, alarmAt: 3.5 },
  { channel: 'cost_per_call', days: 1, baselineDays: 14, prior: 0.21, floor: 0.03, alarmAt: 3.5 },
  { channel: 'cost_per_call', days: 7, baselineDays: 21, prior: 0.14, floor: 0.03, alarmAt: 2.75 },
  { channel: 'cost_per_call', days: 14, baselineDays: 28, prior: 0.14, floor: 0.03, alarmAt: 3.1 },
];
