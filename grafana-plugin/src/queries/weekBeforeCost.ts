import { METRIC } from '@ai-finops/instrumentation/contract';
import type { Dimension } from './dimension.ts';
import { daysWindow } from './daysWindow.ts';
import type { Scope } from './scope.ts';
import { selector } from './selector.ts';
import { sum } from './sum.ts';

/** What did the same weekday cost a week before? Asked for the day's end. */
export const weekBeforeCost = (scope: Scope, by?: Dimension): string =>
  sum(
    `sum_over_time(${selector(METRIC.dailyCost, { environment: scope.environment })}[${daysWindow(1)}] offset 7d)`,
    by
  );
