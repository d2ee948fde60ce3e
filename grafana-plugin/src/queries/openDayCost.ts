import { METRIC } from '@ai-finops/instrumentation/contract';
import type { Dimension } from './dimension.ts';
import type { Scope } from './scope.ts';
import { selector } from './selector.ts';
import { sum } from './sum.ts';

/** What has today cost so far? The open day's gauge knows features and teams, not request types. */
export const openDayCost = (scope: Scope, by?: Exclude<Dimension, 'request_type'>): string =>
  sum(selector(METRIC.openDayCost, { environment: scope.environment }), by);
