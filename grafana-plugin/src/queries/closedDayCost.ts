import { METRIC } from '@ai-finops/instrumentation/contract';
import type { Dimension } from './dimension.ts';
import type { Scope } from './scope.ts';
import { selector } from './selector.ts';
import { sum } from './sum.ts';

/** What did the last closed day cost? Asked for now: a close is found for 26 h, until the next one is due. */
export const closedDayCost = (scope: Scope, by?: Dimension): string =>
  sum(`last_over_time(${selector(METRIC.dailyCost, { environment: scope.environment })}[1d2h])`, by);
