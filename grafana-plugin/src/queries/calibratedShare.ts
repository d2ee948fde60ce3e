import { closes } from './closes.ts';
import type { ClosedWindow } from './closedWindow.ts';
import type { Scope } from './scope.ts';
import type { Expression } from './unkept.ts';

/** What cost a dollar by the ledger's prices, what did it cost as billed? 1.1: $1.10. One number; no environment means all. */
export function calibratedShare(scope: Scope, window: ClosedWindow): Expression {
  const billed = closes('cost', scope, window);
  const estimated = closes('cost', { ...scope, calibration: undefined }, window);
  return typeof billed === 'string' && typeof estimated === 'string'
    ? `${billed} / ${estimated}`
    : { unkept: 'not kept of tenants' };
}
