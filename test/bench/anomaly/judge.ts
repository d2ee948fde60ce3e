import type { Alarm } from './alarm.ts';
import type { LabelledSeries } from './labelledSeries.ts';

const MONTH_DAYS = 30.4;

export interface Judgement {
  readonly events: number;
  readonly found: number;
  readonly falseAlarms: number;
  readonly featureMonths: number;
  /** Days from the first day of each event that was found to its alarm. */
  readonly delays: readonly number[];
}

/** Holds the alarms of each series against its label; wrong directions and rebounds are false alarms. */
export function judge(series: readonly LabelledSeries[], alarms: readonly (readonly Alarm[])[]): Judgement {
  let [events, falseAlarms, days] = [0, 0, 0];
  const delays: number[] = [];
  series.forEach(({ cost, event }, index) => {
    days += cost.length;
    events += event?.isMaterial ? 1 : 0;
    let hit: number | undefined;
    for (const { day, isUp } of alarms[index] ?? []) {
      const isInside = event !== undefined && day >= event.first && day <= event.echo;
      if (!isInside || (event.isMaterial && isUp !== event.sign > 0)) {
        falseAlarms += 1;
      } else if (event.isMaterial && day <= event.last) {
        hit ??= day - event.first;
      }
    }
    if (hit !== undefined) {
      delays.push(hit);
    }
  });
  return { events, found: delays.length, falseAlarms, featureMonths: days / MONTH_DAYS, delays };
}
