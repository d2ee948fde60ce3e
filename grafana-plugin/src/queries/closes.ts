import { calibratedOver } from './calibratedOver.ts';
import type { ClosedWindow } from './closedWindow.ts';
import { keptSelector } from './keptSelector.ts';
import type { KeptFigure } from './keptSeries.ts';
import type { Label } from './label.ts';
import { overDays } from './overDays.ts';
import type { Scope } from './scope.ts';
import type { Wanted } from './selector.ts';
import { sum } from './sum.ts';
import type { Expression } from './unkept.ts';

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
      return calibratedOver(parts, window, [...by, ...also], calibration);
    }
  }
  const series = keptSelector(figure, scope, by, more);
  return typeof series === 'string' ? sum(overDays(series, window), [...by, ...also]) : series;
}
