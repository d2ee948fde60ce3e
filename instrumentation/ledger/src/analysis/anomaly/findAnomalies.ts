import { ALARM_SCORE } from './alarmScore.ts';
import type { DailyUse } from './dailyUse.ts';
import type { DayScore } from './dayScore.ts';
import { scoreDays } from './scoreDays.ts';

/** The same direction within this many days of the last alarm is the same story. */
const QUIET_DAYS = 7;
/** Someone said it is none: for this long it takes more to be one again. */
const DISMISSED_DAYS = 28;
const DISMISSED_FACTOR = 1.25;

export interface AnomalyRules {
  /** Below this deviation a day, nano-USD, nobody wants to hear of it. */
  readonly gate: number;
  /** Days that someone marked as "not an anomaly", by index. */
  readonly dismissed?: ReadonlySet<number>;
}

/** A day that stands out. */
export interface FoundAnomaly extends DayScore {
  /** Index of the day. */
  readonly day: number;
  /** Index of the day its incident began. */
  readonly since: number;
  /** Its incident was marked as none. */
  readonly isDismissed: boolean;
}

/**
 * The anomalies of a feature, day by day, grouped into incidents: those of one direction with at most a week between
 * them. A mark silences its incident from the marked day on, and makes its channel a quarter harder to alarm for 28 days.
 *
 * @param scores of `scoreDays`, where they are known
 */
export function findAnomalies(
  series: DailyUse,
  rules: AnomalyRules,
  scores: readonly (readonly DayScore[])[] = scoreDays(series)
): FoundAnomaly[] {
  const found: FoundAnomaly[] = [];
  const last = new Map<number, FoundAnomaly>();
  const quieted = new Map<DayScore['channel'], number>();
  scores.forEach((day, index) => {
    const loudest = day
      .map((one) => {
        const isQuieted = index <= (quieted.get(one.channel) ?? -Infinity);
        return isQuieted ? { ...one, score: one.score / DISMISSED_FACTOR } : one;
      })
      .reduce<DayScore | undefined>((a, b) => (a && Math.abs(a.score) >= Math.abs(b.score) ? a : b), undefined);
    const deviation = loudest ? Math.abs((series.cost[index] ?? 0) - loudest.expected) : 0;
    const isMarked = rules.dismissed?.has(index) ?? false;
    if (loudest && Math.abs(loudest.score) >= ALARM_SCORE && deviation >= rules.gate) {
      const sign = Math.sign(loudest.score);
      const before = last.get(sign);
      const goesOn = before !== undefined && index - before.day <= QUIET_DAYS;
      const anomaly = {
        ...loudest,
        day: index,
        since: goesOn ? before.since : index,
        isDismissed: isMarked || (goesOn && before.isDismissed),
      };
      last.set(sign, anomaly);
      found.push(anomaly);
    }
    if (isMarked) {
      // A mark may stand on a day of the incident that was no alarm itself.
      for (const [sign, before] of last) {
        if (index - before.day <= QUIET_DAYS) {
          last.set(sign, { ...before, isDismissed: true });
          quieted.set(before.channel, index + DISMISSED_DAYS);
        }
      }
    }
  });
  return found;
}
