import { median } from '../statistics/median.ts';

const WINDOW_DAYS = 56;

/** What the last eight weeks look like, on a log scale. */
export interface WeekdayProfile {
  /** Of the last day, without its weekday. */
  readonly level: number;
  /** A day; robust (Theil-Sen), so that one week does not make a trend. */
  readonly slope: number;
  /** Of the seven days that follow. */
  readonly weekdays: readonly number[];
}

/** Level, slope and weekdays of the last 56 days: weekday = median deviation from its own centred week. */
export function weekdayProfile(logs: readonly number[]): WeekdayProfile {
  const size = Math.min(WINDOW_DAYS, logs.length);
  const start = logs.length - size;
  const tail = logs.slice(start);
  const byWeekday: number[][] = Array.from({ length: 7 }, () => []);
  for (let index = 3; index < size - 3; index += 1) {
    let week = 0;
    for (let near = index - 3; near <= index + 3; near += 1) {
      week += tail[near] ?? 0;
    }
    byWeekday[(start + index) % 7]?.push((tail[index] ?? 0) - week / 7);
  }
  const raw = byWeekday.map(median);
  const mean = raw.reduce((sum, one) => sum + one, 0) / 7;
  const weekday = (index: number) => (raw[index % 7] ?? 0) - mean;

  const plain = tail.map((log, index) => log - weekday(start + index));
  const slopes: number[] = [];
  for (let from = 0; from < size; from += 1) {
    for (let to = from + 7; to < size; to += 3) {
      slopes.push(((plain[to] ?? 0) - (plain[from] ?? 0)) / (to - from));
    }
  }
  const slope = median(slopes);
  const level = median(plain.slice(-7).map((log, index, week) => log + slope * (week.length - 1 - index)));
  return { level, slope, weekdays: Array.from({ length: 7 }, (_, ahead) => weekday(logs.length + ahead)) };
}
