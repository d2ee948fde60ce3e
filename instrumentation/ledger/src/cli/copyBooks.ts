import { existsSync, rmSync } from 'node:fs';
import { backUpBooks } from '../store/backUpBooks.ts';
import { Unusable } from '../store/unusable.ts';
import { checkBills } from './checkBills.ts';
import { checkBooks } from './checkBooks.ts';

interface BookFiles {
  readonly books: string;
  readonly bills: string;
}

/**
 * Copies books, and bills where there are any, into new files, each verified: both or neither. The books come last, so
 * that a copy whose books are there is whole.
 *
 * @returns what was copied, a line each; @throws Unusable
 */
export function copyBooks(from: BookFiles, to: BookFiles): string[] {
  const taken = [to.books, to.bills].find((path) => existsSync(path));
  if (taken !== undefined) {
    throw new Unusable(`${taken} exists: a copy never writes over a file, give another name`);
  }
  const lines: string[] = [];
  const copy = (source: string, target: string, check: (path: string) => string) => {
    backUpBooks(source, target, (partial) => lines.push(`${target}: ${check(partial)}`));
  };
  if (existsSync(from.bills)) {
    copy(from.bills, to.bills, checkBills);
  }
  try {
    copy(from.books, to.books, checkBooks);
  } catch (error) {
    rmSync(to.bills, { force: true });
    throw error;
  }
  return lines;
}
