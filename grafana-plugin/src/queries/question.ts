import type { BookCosts } from './bookCosts.ts';
import { DAY_MS } from './dayMs.ts';
import type { Expression } from './unkept.ts';

/** A PromQL expression and the time it is asked for. `range`: one value a day; otherwise one value at `toMs`. */
export interface Question {
  readonly expr: string;
  /** Why it can't be asked: no series keeps it. `expr` is empty then. */
  readonly unkept?: string;
  /** What the ledger's books are asked instead. `expr` is empty then. */
  readonly books?: BookCosts;
  readonly range: boolean;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Asks for one value at `atMs`. */
export const askAt = (expression: Expression, atMs: number): Question => ({
  ...words(expression),
  range: false,
  fromMs: atMs - DAY_MS,
  toMs: atMs,
});

/** Asks for one value for each day from `firstDay` to `lastDay`, both starts of days, both included. */
export const askDaily = (expression: Expression, firstDay: number, lastDay: number): Question => ({
  ...words(expression),
  range: true,
  fromMs: firstDay,
  toMs: lastDay,
});

const words = (expression: Expression) =>
  typeof expression === 'string'
    ? { expr: expression }
    : { expr: '', ...('unkept' in expression ? { unkept: expression.unkept } : { books: expression }) };
