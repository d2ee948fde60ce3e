import { METRIC } from '@ai-finops/instrumentation/contract';
import { calibratedOver } from './calibratedOver.ts';
import type { ClosedWindow } from './closedWindow.ts';
import { keptSelector } from './keptSelector.ts';
import type { Label } from './label.ts';
import type { Scope } from './scope.ts';
import { selector } from './selector.ts';
import { sum } from './sum.ts';
import type { Expression } from './unkept.ts';

/**
 * What did models of the top tier cost on closed days? Which they are, the owners file says: it has no dates, so it is read
 * as of now, `nowMs`.
 */
export function topTierCost(scope: Scope, window: ClosedWindow, by: readonly Label[], nowMs: number): Expression {
  const cost = keptSelector('cost', scope, [...by, 'provider', 'model']);
  if (typeof cost !== 'string') {
    return cost;
  }
  const tier = selector(METRIC.modelInfo, { tier: 'top' });
  const grouped = [...new Set<Label>([...by, 'provider', 'model'])];
  const priced = calibratedOver(cost, window, grouped, scope.calibration ?? []);
  const isTop = `group by (provider, model) (last_over_time(${tier}[1h] @ ${Math.floor(nowMs / 1000)}))`;
  const only = `${priced} * on (provider, model) group_left () ${isTop}`;
  return sum(only, by);
}
