import type { ClosedWindow } from './closedWindow.ts';
import { closes } from './closes.ts';
import type { Scope } from './scope.ts';
import type { Expression } from './unkept.ts';

/** Which teams spent on which feature on closed days, and how much? */
export function teamsOfFeatures(scope: Scope, window: ClosedWindow): Expression {
  const cost = closes('cost', scope, window, ['feature', 'team']);
  return typeof cost === 'string' ? `${cost} > 0` : cost;
}
