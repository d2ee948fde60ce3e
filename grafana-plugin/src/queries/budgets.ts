import { METRIC } from '@ai-finops/instrumentation/contract';
import type { Label } from './label.ts';
import { selector } from './selector.ts';

/** What may each of them cost in a calendar month, USD, in all environments? Asked for now. */
export const budgets = (scope: 'total' | Label): string =>
  `max by (name) (${selector(METRIC.budget, { scope, period: 'month' })})`;
