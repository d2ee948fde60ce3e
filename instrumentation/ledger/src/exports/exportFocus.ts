import { Books } from '../store/books.ts';
import type { EventDay } from '../store/eventDay.ts';
import { csvField } from './csvField.ts';
import { FOCUS_COLUMNS } from './focusColumns.ts';
import { readFocusRows } from './readFocusRows.ts';
import { openReader } from '../store/openReader.ts';

const LINES = 500;

/**
 * The estimates of closed days as a FOCUS 1.2 CSV, restated with their adjustments: day by day, each read as one state.
 * The sums of its costs are those of the books, exactly. Works beside the ledger.
 *
 * @throws Unusable when the books are of another version
 */
export function* exportFocus(
  path: string,
  { from = -Infinity, to = Infinity }: { readonly from?: EventDay | undefined; readonly to?: EventDay | undefined } = {}
): Generator<string> {
  const books = new Books(path);
  const database = openReader(path);
  try {
    yield `${FOCUS_COLUMNS.map(({ id }) => id).join(',')}\r\n`;
    const closed = books.days().filter(({ closedMs }) => closedMs !== undefined);
    for (const { day } of closed.filter((one) => one.day >= from && one.day <= to)) {
      let lines: string[] = [];
      for (const row of readFocusRows(database, day)) {
        lines.push(`${FOCUS_COLUMNS.map(({ value }) => csvField(value(row))).join(',')}\r\n`);
        if (lines.length === LINES) {
          yield lines.join('');
          lines = [];
        }
      }
      yield lines.join('');
    }
  } finally {
    database.close();
    books.close();
  }
}
