import type { HourlyUse } from './hourlyUse.ts';

/** Fewer days say too little about when a feature is used. */
const LEAST_DAYS = 3;
/** Before so much of a day is usually spent, a projection is mostly luck. */
const LEAST_SHARE = 0.25;

/** What an open day comes to if it goes on as the last ones did. */
export interface ProjectedDay {
  readonly cost: number;
  readonly calls: number;
  /** How much of a day is spent by now, at most: cost so far = cost · share. */
  readonly share: number;
}

/**
 * Projects an open day, carefully: share = the largest part of its cost that any of the last days had spent by this time;
 * cost = so far / share; cost a call = so far times the least that it changed over the rest of any of these days.
 *
 * Worked: $60 and 30 calls by noon, when the last days had spent 40, 50 and 45 % of their cost and made as much of their
 * calls: share = 0.5, cost $120, calls 60.
 *
 * @param soFar nano-USD and first attempts of the open day
 * @param time how much of the day is over, from 0 to 1
 * @param days the last closed ones; those without cost say nothing
 * @returns undefined where too little is known, or too little of a day is over
 */
export function projectDay(
  soFar: Readonly<Record<'cost' | 'calls', number>>,
  time: number,
  days: readonly HourlyUse[]
): ProjectedDay | undefined {
  let [known, share, drift] = [0, 0, Infinity];
  for (const { cost, calls } of days) {
    const [spent, all, made, allMade] = [until(cost, time), until(cost, 1), until(calls, time), until(calls, 1)];
    if (all > 0) {
      known += 1;
      share = Math.max(share, Math.min(1, spent / all));
      drift = spent > 0 && made > 0 && allMade > 0 ? Math.min(drift, all / allMade / (spent / made)) : drift;
    }
  }
  if (known < LEAST_DAYS || share < LEAST_SHARE || !(soFar.cost > 0)) {
    return undefined;
  }
  const cost = soFar.cost / share;
  const unit = soFar.calls > 0 && drift < Infinity ? (soFar.cost / soFar.calls) * drift : Infinity;
  return { cost, calls: cost / unit, share };
}

/** The sum of the hours that are over; of the one under way, its part. */
function until(hours: readonly number[], time: number): number {
  const over = time * hours.length;
  let sum = 0;
  for (let hour = 0; hour < over; hour += 1) {
    sum += (hours[hour] ?? 0) * Math.min(1, over - hour);
  }
  return sum;
}
