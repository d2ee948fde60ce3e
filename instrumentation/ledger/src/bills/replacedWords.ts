import type { BillMonth } from './billMonths.ts';
import type { BillBooks } from './billBooks.ts';

/**
 * What an import that is about to take the place of a revision leaves out of it, in words: days that the revision has usage of
 * and the import has not. A part of a month is easily taken for all of it.
 */
export function replacedWords(bills: Pick<BillBooks, 'newest' | 'lines'>, told: BillMonth): string | undefined {
  const before = bills.newest(told.month).find(({ provider }) => provider === told.provider);
  const has = new Set(daysOf(told.lines));
  const missing = before === undefined ? [] : daysOf(bills.lines(before)).filter((day) => !has.has(day));
  return before === undefined || missing.length === 0
    ? undefined
    : `${told.month} ${told.provider}: revision ${before.id} has usage of ${missing.length} days that this has none of ` +
        `(${missing[0]} to ${missing.at(-1)}): if this is a part of the month, import all of its files at once`;
}

const daysOf = (lines: BillMonth['lines']): string[] =>
  [...new Set(lines.flatMap(({ category, day }) => (category === 'usage' ? [day] : [])))].sort();
