import { Books } from './books.ts';
import { monthText } from './monthText.ts';
import { personRows } from './personRows.ts';
import { openReader } from './openReader.ts';

/** What the books keep of a person in one calendar month. */
export interface CountedMonth {
  /** YYYY-MM. */
  readonly month: string;
  /** One for each feature and environment they used. */
  readonly rows: number;
}

/**
 * Where a person is counted among the people of a month; reads beside the books' writer.
 *
 * @param persons every name that `personOf` may have given them
 * @throws Unusable when the books are of another version
 */
export function countedMonths(path: string, persons: readonly string[]): CountedMonth[] {
  new Books(path).close();
  const database = openReader(path);
  try {
    return personRows(database, persons).map(({ month, rows }) => ({ month: monthText(month), rows: rows.length }));
  } finally {
    database.close();
  }
}
