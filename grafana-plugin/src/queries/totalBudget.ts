import { METRIC } from '@ai-finops/instrumentation/contract';
import { selector } from './selector.ts';

/** What may all of it cost in a calendar month, USD, in all environments? Asked for now. */
export const totalBudget = (): string => `max(${selector(METRIC.budget, { scope: 'total', period: 'month' })})`;
