import type { ClosedPeriod } from '../choice/closedPeriod.ts';
import type { Filter } from '../queries/scope.ts';
import type { Question } from '../queries/question.ts';
import type { Answer } from './answer.ts';
import type { BreakdownRow } from './breakdownRow.ts';
import type { DailyCosts } from './dailyCosts.ts';

/** Cost by one label: a row per value, and each value's days. */
export interface Breakdown {
  readonly by: Filter['label'];
  readonly period: ClosedPeriod;
  /** All that was asked, to say what got no answer. */
  readonly answers: readonly Answer<unknown>[];
  /** What was asked for the columns beside the cost. */
  readonly asked: Readonly<
    Record<'calls' | 'weekBefore' | 'periodCost' | 'monthCost' | 'budgets' | 'outcomes', Question>
  >;
  readonly rows: Answer<readonly BreakdownRow[]>;
  readonly perDay: Answer<DailyCosts>;
  /** Calls a day; undefined where the chart does not need them. */
  readonly callsPerDay: Answer<DailyCosts> | undefined;
}
