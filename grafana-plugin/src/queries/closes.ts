import { calibrated } from './calibrated.ts';
import { daysWindow } from './daysWindow.ts';
import type { KeptFigure } from './keptSeries.ts';
import { keptSelector } from './keptSelector.ts';
import type { Label } from './label.ts';
import type { Scope } from './scope.ts';
import type { Wanted } from './selector.ts';
import { sum } from './sum.ts';
import type { Expression } from './unkept.ts';

/**
 * Which closed days: `last` is asked for now (a close is found for 26 h, until the next one is due); `each` is drawn by a
 * range query with a step of one day, each value at the start of its own day (23 h 59 min from the next day hold
 * exactly one midnight, at every alignment of the steps); `{ days }` is asked for the last one's end.
 */
type ClosedWindow = 'last' | 'each' | { readonly days: number; readonly daysBefore?: number };

/** What bills are about. */
const MONEY: readonly KeptFigure[] = ['cost', 'late', 'waste', 'componentCost'];

/**
 * The sum of a figure over closed days, in all or by labels; the words for it where no series keeps that. `also`: labels
 * that only this figure has, such as `token_type`. Money is calibrated where the scope says so and the series know the
 * provider; a tenant's do not.
 */
export function closes(
  figure: KeptFigure,
  scope: Scope,
  window: ClosedWindow,
  by: readonly Label[] = [],
  more: Readonly<Record<string, Wanted>> = {},
  also: readonly string[] = []
): Expression {
  const { calibration = [] } = scope;
  if (calibration.length > 0 && MONEY.includes(figure)) {
    const parts = keptSelector(figure, scope, [...by, 'provider'], more);
    if (typeof parts === 'string') {
      return calibrated(overDays(parts, window), [...by, ...also], calibration);
    }
  }
  const series = keptSelector(figure, scope, by, more);
  return typeof series === 'string' ? sum(overDays(series, window), [...by, ...also]) : series;
}

function overDays(series: string, window: ClosedWindow): string {
  if (window === 'last') {
    return `last_over_time(${series}[1d2h])`;
  }
  if (window === 'each') {
    return `last_over_time(${series}[23h59m] offset -1d)`;
  }
  const { days, daysBefore } = window;
  return `sum_over_time(${series}[${daysWindow(days)}]${daysBefore ? ` offset ${daysBefore}d` : ''})`;
}
