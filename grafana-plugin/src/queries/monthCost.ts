import { closes } from './closes.ts';
import type { Scope } from './scope.ts';
import type { Expression } from './unkept.ts';

/**
 * What did the first `days` days of a month (`2026-11`) cost, as known now? Their closes, and what came too late for them:
 * it is booked on a later day and names the day it belongs to. Asked for the end of `lastDay`, the last of them.
 */
export function monthCost(scope: Scope, month: string, days: number, lastDay: number): Expression {
  const cost = closes('cost', scope, { days, lastDay });
  const late = closes('late', scope, { days, lastDay }, [], { for_day: { startsWith: `${month}-` } });
  return typeof cost === 'string' && typeof late === 'string' ? `${cost} + (${late} or vector(0))` : cost;
}
