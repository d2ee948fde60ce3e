import { bookCosts } from './bookCosts.ts';
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
 * that only this figure has, such as `token_type`. Money is calibrated where the scope says so: by the series where they know
 * the provider, by the ledger's books where they do not, which is so of tenants.
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
  if (calibration.length > 0 && MONEY.includes(figure) && typeof series === 'string') {
    return by.length > 1
      ? { unkept: `not kept by ${by.map((label) => label.replace('_', ' ')).join(' and ')} as billed` }
      : bookCosts(scope, window, by[0], calibration);
  }
  return typeof series === 'string' ? sum(overDays(series, window), [...by, ...also]) : series;
}
