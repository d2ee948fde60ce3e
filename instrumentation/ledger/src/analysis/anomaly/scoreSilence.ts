import { median } from '../statistics/median.ts';

const LEAST_DAYS = 10;
const MEMORY_DAYS = 55;

/**
 * Scores days without cost by how rare they are: score = −4 R ln(1/p) / ln 2400 after R of them in a row, with
 * p = (zeros of the last 55 days before the run + 0.1)/(days + 1), or that of the same weekday where it ever was zero.
 *
 * @returns by day: score and expected cost; undefined for days with cost, and within the first 10
 */
export function scoreSilence(cost: readonly number[]): ({ score: number; expected: number } | undefined)[] {
  let run = 0;
  return cost.map((value, day) => {
    run = value > 0 ? 0 : run + 1;
    const days = Math.min(day, MEMORY_DAYS);
    if (run === 0 || days < LEAST_DAYS) {
      return undefined;
    }
    const memory = cost.slice(day - days, Math.max(day - days, day - run + 1));
    const sameWeekday: number[] = [];
    for (let week = 1; week <= 8 && day - 7 * week >= 0; week += 1) {
      sameWeekday.push(cost[day - 7 * week] ?? 0);
    }
    const positive = cost.slice(Math.max(0, day - 28), day).filter((one) => one > 0);
    const weekdayZeros = zeros(sameWeekday);
    const p = Math.max(
      (zeros(memory) + 0.1) / (days + 1),
      weekdayZeros > 0 ? (weekdayZeros + 0.1) / (sameWeekday.length + 1) : 0
    );
    // A feature that has been dead for weeks is no news.
    return {
      score: positive.length === 0 ? 0 : (-4 * run * Math.log(1 / Math.min(1, p))) / Math.log(2_400),
      expected: positive.length === 0 ? 0 : median(positive),
    };
  });
}

function zeros(values: readonly number[]): number {
  return values.filter((value) => !(value > 0)).length;
}
