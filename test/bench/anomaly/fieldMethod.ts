import type { Alarm } from './alarm.ts';

const QUIET_DAYS = 7;

interface FieldSettings {
  /** Days averaged. */
  readonly days: number;
  /** Over which share of the mean it alarms; or, where `isSigma`, over how many standard deviations. */
  readonly limit: number;
  readonly isSigma?: boolean;
  readonly gateUsd: number;
}

/** What the field does: yesterday against the mean of the days before, grouped into incidents as ours are. */
export function fieldMethod(cost: readonly number[], { days, limit, isSigma, gateUsd }: FieldSettings): Alarm[] {
  const alarms: Alarm[] = [];
  const last = { up: -Infinity, down: -Infinity };
  for (let day = 3; day < cost.length; day += 1) {
    const before = cost.slice(Math.max(0, day - days), day);
    const mean = before.reduce((sum, value) => sum + value, 0) / before.length;
    const variance = before.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, before.length - 1);
    const deviation = (cost[day] ?? 0) - mean;
    const unit = isSigma ? Math.sqrt(variance) || mean * 0.1 || 1 : mean || Infinity;
    if (Math.abs(deviation) / unit >= limit && Math.abs(deviation) >= gateUsd) {
      const side = deviation > 0 ? 'up' : 'down';
      if (day - last[side] > QUIET_DAYS) {
        alarms.push({ day, isUp: deviation > 0 });
      }
      last[side] = day;
    }
  }
  return alarms;
}
