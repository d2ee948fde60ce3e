const WEEKS = 2;

/** Seasonal naive: each weekday as the mean of its last two, for `days` days after the series. */
export function lastWeeks(logs: readonly number[], days: number): number[] {
  const week = Array.from({ length: 7 }, (_, ahead) => {
    let sum = 0;
    let count = 0;
    for (let index = logs.length - 7 + ahead; index >= 0 && count < WEEKS; index -= 7) {
      sum += logs[index] ?? 0;
      count += 1;
    }
    return sum / count;
  });
  return Array.from({ length: days }, (_, ahead) => week[ahead % 7] ?? 0);
}
