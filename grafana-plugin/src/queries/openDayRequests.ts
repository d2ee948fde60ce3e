import { METRIC } from '@ai-finops/instrumentation/contract';
import type { Scope } from './scope.ts';
import { selector } from './selector.ts';
import { sum } from './sum.ts';

/** How many calls has today had so far? */
export const openDayRequests = (scope: Scope): string =>
  sum(selector(METRIC.openDayRequests, { environment: scope.environment }));
