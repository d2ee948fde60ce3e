import type { ClosedWindow } from './closedWindow.ts';
import { daysWindow } from './daysWindow.ts';

/** The closes of a window's days: summed up, or one of them. */
export function overDays(series: string, window: ClosedWindow): string {
  if ('last' in window) {
    return `last_over_time(${series}[1d2h])`;
  }
  if ('each' in window) {
    return `last_over_time(${series}[23h59m] offset -1d)`;
  }
  const { days, daysBefore } = window;
  return `sum_over_time(${series}[${daysWindow(days)}]${daysBefore ? ` offset ${daysBefore}d` : ''})`;
}
