import { METRIC } from '@ai-finops/instrumentation/contract';
import { daysWindow } from './daysWindow.ts';
import type { Scope } from './scope.ts';
import { selector } from './selector.ts';

/** Which teams spent on which feature in the last `days` closed days, and how much? Asked for the last one's end. */
export const teamsOfFeatures = (scope: Scope, days: number): string =>
  `sum by (feature, team) (sum_over_time(${selector(METRIC.dailyCost, { environment: scope.environment })}[${daysWindow(days)}])) > 0`;
