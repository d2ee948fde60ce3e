import type { Dimension } from '../queries/dimension.ts';
import type { Question } from '../queries/question.ts';
import type { Answer } from './answer.ts';
import type { BreakdownRow } from './breakdownRow.ts';
import type { DailyCosts } from './dailyCosts.ts';

/** Cost by one dimension: a row per value, and each value's days. */
export interface Breakdown {
  readonly dimension: Dimension;
  /** Length of the period, in closed days. */
  readonly days: number;
  /** The server's words for each question that failed; a column without an answer is empty. */
  readonly failures: readonly string[];
  /** What was asked for the columns beside the cost. */
  readonly asked: Readonly<Record<'calls' | 'weekBefore' | 'periodCost', Question>>;
  readonly rows: Answer<readonly BreakdownRow[]>;
  readonly perDay: Answer<DailyCosts>;
}
