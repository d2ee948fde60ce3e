import { METRIC } from '@ai-finops/instrumentation/contract';
import type { Dimension } from './dimension.ts';
import type { Scope } from './scope.ts';
import { selector } from './selector.ts';
import { sum } from './sum.ts';

/** How many calls did the last closed day have, whatever became of them? Asked for now. */
export const closedDayRequests = (scope: Scope, by?: Dimension): string =>
  sum(`last_over_time(${selector(METRIC.dailyRequests, { environment: scope.environment })}[1d2h])`, by);
