import { closes } from './closes.ts';
import type { Scope } from './scope.ts';
import type { Expression } from './unkept.ts';

/** Which teams spent on which feature in the last `days` closed days, and how much? Asked for the last one's end. */
export function teamsOfFeatures(scope: Scope, days: number): Expression {
  const cost = closes('cost', scope, { days }, ['feature', 'team']);
  return typeof cost === 'string' ? `${cost} > 0` : cost;
}
