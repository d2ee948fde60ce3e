import { median } from '../statistics/median.ts';
import { robustScale } from '../statistics/robustScale.ts';
import { weekdayEffects } from '../statistics/weekdayEffects.ts';
import { weekdayResiduals } from '../statistics/weekdayResiduals.ts';
import { ALARM_SCORE } from './alarmScore.ts';
import type { ChannelWindow } from './channel.ts';

const HISTORY_DAYS = 56;
const LEAST_BASELINE = 3;
/** Below this part of the usual a value says "nothing", and a logarithm would shout. */
const LOG_FLOOR = 0.02;
/** Standard deviation of what one call costs, over its mean: a day of few calls strays by chance. */
const CALL_VARIATION = 2;
/** A day's fall of cost is news only where the feature all but stopped: holidays are none. */
const NEWS_FALL = Math.log(0.2);

export interface WindowScore {
  readonly score: number;
  /** Of the value of that day, in its unit. */
  readonly expected: number;
  /** Standard deviation of the statistic by its history, in log units, before the chance of few calls. */
  readonly spread: number;
}

/**
 * Scores each day by how far the logarithm of the last days stands from what is usual for this series:
 * e = mean of the window by calls − median of the baseline, both without weekday effects; score = 4 (e − m) / (s · alarmAt) with
 * m and s the centre and spread of e's own last 56 days. Each day is judged by what was known on it.
 *
 * Worked: baseline $100, Tuesday +0.06, m = 0.01, s = 0.11, alarmAt 3, a Tuesday of $165:
 * e = ln 165 − 0.06 − ln 100 = 0.441, score = 4 (0.441 − 0.01) / (0.11 · 3) = 5.2.
 *
 * @param values one a day; NaN: no observation
 * @param calls one a day
 * @returns by day; undefined where too little is known
 */
export function scoreWindow(
  values: readonly number[],
  calls: readonly number[],
  settings: ChannelWindow
): (WindowScore | undefined)[] {
  const logs = logarithms(values);
  const residuals = weekdayResiduals(logs);
  const deviations: number[] = [];
  return values.map((value, day) => {
    deviations.push(NaN);
    if (!(value > 0)) {
      return undefined;
    }
    const effects = weekdayEffects(residuals, day);
    const seen = look(logs, calls, effects, day, settings);
    if (!seen) {
      return undefined;
    }
    const { deviation, level, windowCalls } = seen;
    const history = deviations.slice(Math.max(0, day - HISTORY_DAYS), Math.max(0, day - settings.days + 1));
    deviations[day] = deviation;
    const { centre, spread } = robustScale(
      history.filter((one) => !Number.isNaN(one)),
      settings.prior
    );
    const usual = Math.max(spread, settings.floor);
    const believed = Math.max(usual, CALL_VARIATION / Math.sqrt(windowCalls));
    const score = (ALARM_SCORE * (deviation - centre)) / (believed * settings.alarmAt);
    const isHoliday = settings.channel === 'cost' && settings.days === 1 && score < 0 && deviation > NEWS_FALL;
    const expected = Math.exp(level + centre + (effects[day % 7] ?? 0));
    return { score: isHoliday ? 0 : score, expected, spread: usual };
  });
}

function logarithms(values: readonly number[]): number[] {
  return values.map((value, day) => {
    if (Number.isNaN(value)) {
      return NaN;
    }
    const before = values.slice(Math.max(0, day - 28), day).filter((one) => one > 0);
    return Math.log(Math.max(value, LOG_FLOOR * (before.length > 0 ? median(before) : value)));
  });
}

/** The window, weighted by calls, against the baseline before it; undefined where either is mostly empty. */
function look(
  logs: readonly number[],
  calls: readonly number[],
  effects: readonly number[],
  day: number,
  { days, baselineDays }: ChannelWindow
): { deviation: number; level: number; windowCalls: number } | undefined {
  const baseline: number[] = [];
  let [sum, observed, windowCalls] = [0, 0, 0];
  for (let at = Math.max(0, day - days + 1 - baselineDays); at <= day; at += 1) {
    const value = (logs[at] ?? NaN) - (effects[at % 7] ?? 0);
    if (Number.isNaN(value)) {
      continue;
    }
    if (at <= day - days) {
      baseline.push(value);
    } else {
      sum += value * (calls[at] ?? 0);
      observed += 1;
      windowCalls += calls[at] ?? 0;
    }
  }
  if (baseline.length < LEAST_BASELINE || observed < days / 2 || windowCalls === 0) {
    return undefined;
  }
  const level = median(baseline);
  return { deviation: sum / windowCalls - level, level, windowCalls };
}
