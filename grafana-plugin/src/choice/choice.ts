import type { Label } from '../queries/label.ts';
import type { Filter } from '../queries/scope.ts';
import type { CallTime } from './callTime.ts';
import type { Period } from './period.ts';

export const COLUMN_SETS = ['money', 'efficiency', 'waste', 'value'] as const;

/** What a reader chose; all of it lives in the URL. */
export interface Choice {
  /** undefined: nothing chosen, so production where there is one. '': every environment. */
  readonly environment: string | undefined;
  readonly period: Period;
  /** What costs rest on: the ledger's prices, or those held against the final bills. */
  readonly basis: 'estimate' | 'bill';
  /** What the period is compared with, where it is not the days before it. */
  readonly against: Period | undefined;
  /** In the order they were narrowed. */
  readonly filters: readonly Filter[];
  readonly by: Label;
  /** The row that is open, and what it is split by in turn. */
  readonly open: string | undefined;
  readonly then: Label | undefined;
  readonly columns: (typeof COLUMN_SETS)[number];
  /** A column's id; `-` before it: descending. '': the page's own order. */
  readonly sort: string;
  /** What the table's filter box holds. */
  readonly find: string;
  readonly chart: 'cost' | 'perCall';
  readonly isTable: boolean;
  /** Requests alone: which time, calls or tasks, one task's calls, the page of the list, the call that is open. */
  readonly time: CallTime;
  readonly tab: 'calls' | 'tasks';
  readonly task: string | undefined;
  readonly cursor: string | undefined;
  readonly call: string | undefined;
}
