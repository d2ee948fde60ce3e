import type { BillMonth } from './billMonths.ts';

const MOST_NAMED = 6;

/** Which of the accounts that were to be renamed no line of a bill has, in words: a misspelled one passes for uninstrumented. */
export function unusedAccounts(months: readonly BillMonth[], given: ReadonlyMap<string, string>): readonly string[] {
  const there = [...new Set(months.flatMap(({ lines }) => lines.flatMap(({ account }) => account ?? [])))].sort();
  const names = there.slice(0, MOST_NAMED).join(', ') + (there.length > MOST_NAMED ? ', …' : '');
  return [...given]
    .filter(([, ours]) => !there.includes(ours))
    .map(
      ([theirs, ours]) =>
        `--account ${theirs}=${ours}: no line of the bill is of ${theirs}; accounts are ${names || 'none'}`
    );
}
