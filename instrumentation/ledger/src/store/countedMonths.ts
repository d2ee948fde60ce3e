import { monthText } from './monthText.ts';
import type { PersonMonth } from './personRows.ts';

/** What the books keep of a person in one calendar month. */
export interface CountedMonth {
  /** YYYY-MM. */
  readonly month: string;
  /** One for each feature and environment they used. */
  readonly rows: number;
}

/** How often a person is counted in each month. */
export const countedMonths = (found: readonly PersonMonth[]): CountedMonth[] =>
  found.map(({ month, rows }) => ({ month: monthText(month), rows: rows.length }));
