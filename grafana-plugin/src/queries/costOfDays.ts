import { METRIC } from '@ai-finops/instrumentation/contract';
import { daysWindow } from './daysWindow.ts';
import type { Dimension } from './dimension.ts';
import type { Scope } from './scope.ts';
import { selector } from './selector.ts';
import { sum } from './sum.ts';

/** What did the last `days` closed days cost together? Asked for the last one's end. */
export const costOfDays = (scope: Scope, days: number, by?: Dimension): string =>
  sum(`sum_over_time(${selector(METRIC.dailyCost, { environment: scope.environment })}[${daysWindow(days)}])`, by);
