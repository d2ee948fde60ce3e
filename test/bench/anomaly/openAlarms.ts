import { openRise, projectDay, scoreDays, type DayScore, type HourlyUse } from '@ai-finops/ledger/analysis';
import type { Alarm } from './alarm.ts';
import { GATE_USD, type LabelledSeries } from './labelledSeries.ts';

/** What the ledger reads of the days before. */
const HISTORY_DAYS = 200;
const PROFILE_DAYS = 7;
const QUIET_DAYS = 7;
/**
 * In spreads: under what alarms (a score of 5 where 3.5 spreads score 4). Scoring 200 days again at each look would take
 * days here, and scores of a day are linear in the logarithm of its cost.
 */
const LEAST_DEVIATIONS = 4.3;

/** An alarm on a day that is not over. */
export interface OpenAlarm extends Alarm {
  /** The full hour, UTC, of the look that found it. */
  readonly hour: number;
}

/**
 * What looks at every full hour tell of open days, once a day, where no incident is under way by the closes before.
 *
 * @param scores of the days once they are over
 * @param risen days on which closes find a rise, each day of an incident
 */
export function openAlarms(
  { cost, calls }: LabelledSeries,
  hours: readonly HourlyUse[],
  scores: readonly (readonly DayScore[])[],
  risen: readonly number[]
): OpenAlarm[] {
  const alarms: OpenAlarm[] = [];
  const rises = new Set(risen);
  let last = -Infinity;
  for (let day = 3; day < cost.length; day += 1) {
    last = rises.has(day - 1) ? day - 1 : last;
    const hour = day - last > QUIET_DAYS ? firstAlarm(day) : undefined;
    if (hour !== undefined) {
      alarms.push({ day, isUp: true, hour });
    }
  }
  return alarms;

  function firstAlarm(day: number): number | undefined {
    const profile = hours.slice(Math.max(0, day - PROFILE_DAYS), day);
    const outlook = (scores[day] ?? []).filter(({ windowDays, spread }) => windowDays === 1 && spread !== undefined);
    let [spent, made] = [0, 0];
    for (let hour = 1; hour < 24 && outlook.length > 0; hour += 1) {
      spent += hours[day]?.cost[hour - 1] ?? 0;
      made += hours[day]?.calls[hour - 1] ?? 0;
      const projected = projectDay({ cost: spent, calls: made }, hour / 24, profile);
      if (projected && projected.cost >= GATE_USD && mayAlarm(outlook, projected, calls[day] ?? 0)) {
        const from = Math.max(0, day - HISTORY_DAYS);
        const series = {
          cost: [...cost.slice(from, day), projected.cost],
          calls: [...calls.slice(from, day), projected.calls],
        };
        const found = openRise(series, projected.share, { gate: GATE_USD }, scoreDays(series));
        if (found?.since === day - from) {
          return hour;
        }
      }
    }
    return undefined;
  }
}

/** Whether a look may come to an alarm. */
function mayAlarm(
  outlook: readonly DayScore[],
  { cost, calls }: { readonly cost: number; readonly calls: number },
  dayCalls: number
): boolean {
  return outlook.some(({ channel, expected, spread = 1 }) => {
    const usual = channel === 'cost' ? expected : (expected / dayCalls) * calls;
    return (
      cost - usual >= GATE_USD && Math.log(cost / usual) >= LEAST_DEVIATIONS * Math.max(spread, 2 / Math.sqrt(calls))
    );
  });
}
