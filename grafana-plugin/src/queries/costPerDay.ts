import { METRIC } from '@ai-finops/instrumentation/contract';
import type { Dimension } from './dimension.ts';
import type { Scope } from './scope.ts';
import { selector } from './selector.ts';
import { sum } from './sum.ts';

/**
 * What did each day cost? A range query with a step of one day, each value at the start of its own day.
 * 23 h 59 min from the next day hold exactly one midnight, at every alignment of the steps.
 */
export const costPerDay = (scope: Scope, by?: Dimension): string =>
  sum(`last_over_time(${selector(METRIC.dailyCost, { environment: scope.environment })}[23h59m] offset -1d)`, by);
