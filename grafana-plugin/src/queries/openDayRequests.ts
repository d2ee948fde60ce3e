import { keptSelector } from './keptSelector.ts';
import type { Label } from './label.ts';
import type { Scope } from './scope.ts';
import { sum } from './sum.ts';
import type { Expression } from './unkept.ts';

/** How many calls has today had so far? */
export function openDayRequests(scope: Scope, by: readonly Label[] = []): Expression {
  const series = keptSelector('openRequests', scope, by);
  return typeof series === 'string' ? sum(series, by) : series;
}
