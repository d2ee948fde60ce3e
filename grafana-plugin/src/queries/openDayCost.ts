import { keptSelector } from './keptSelector.ts';
import type { Label } from './label.ts';
import type { Scope } from './scope.ts';
import { sum } from './sum.ts';
import type { Expression } from './unkept.ts';

/** What has today cost so far? The open day's gauge knows features, teams and environments, nothing finer. */
export function openDayCost(scope: Scope, by: readonly Label[] = []): Expression {
  const series = keptSelector('openCost', scope, by);
  return typeof series === 'string' ? sum(series, by) : series;
}
