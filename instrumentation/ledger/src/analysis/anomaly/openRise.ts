import { ALARM_SCORE } from './alarmScore.ts';
import type { DailyUse } from './dailyUse.ts';
import type { DayScore } from './dayScore.ts';
import { findAnomalies, type AnomalyRules, type FoundAnomaly } from './findAnomalies.ts';

/** It takes more of an open day than of a closed one: it is looked at up to 24 times. */
const OPEN_ALARM_SCORE = 5;

/**
 * The rise of a day that is not over, if it is one: by the cost of the day and of a call on it; windows of days, and falls,
 * are left to its close. What is spent already must be above what is expected by now by the gate.
 *
 * Chosen on seed 1 of `npm run bench -- anomaly`, like the windows.
 *
 * @param series ends with the open day, as projected
 * @param share how much of the day is spent by now
 * @param scores of `scoreDays` for the series
 */
export function openRise(
  series: DailyUse,
  share: number,
  rules: AnomalyRules,
  scores: readonly (readonly DayScore[])[]
): FoundAnomaly | undefined {
  const last = series.cost.length - 1;
  const rises = (scores[last] ?? [])
    .filter(({ score, windowDays }) => score >= OPEN_ALARM_SCORE && windowDays === 1)
    .map((one) => ({ ...one, score: (one.score * ALARM_SCORE) / OPEN_ALARM_SCORE }));
  if (rises.length === 0) {
    return undefined;
  }
  const found = findAnomalies(series, rules, [...scores.slice(0, last), rises]).at(-1);
  const isNews = found?.day === last && ((series.cost[last] ?? 0) - found.expected) * share >= rules.gate;
  return isNews ? found : undefined;
}
