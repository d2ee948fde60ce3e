import { BillError } from '../bills/billError.ts';
import { readCsv } from '../bills/readCsv.ts';
import { parseDay } from '../store/parseDay.ts';

export const READING_KINDS = ['outcome', 'value', 'revenue', 'users'] as const;

export type ReadingKind = (typeof READING_KINDS)[number];

/** A row as the ledger's API takes it. */
export type PostedReading = Readonly<Record<'kind' | 'day' | string, string>>;

const COLUMNS: Readonly<Record<ReadingKind, readonly string[]>> = {
  outcome: ['day', 'feature', 'unit', 'count'],
  value: ['day', 'feature', 'usd'],
  revenue: ['day', 'tenant', 'usd'],
  users: ['day', 'feature', 'count'],
};

const WHOLE = /^(0|[1-9]\d{0,14})$/;
const AMOUNT = /^(0|[1-9]\d{0,11})(\.\d{1,9})?$/;

/**
 * The rows of a CSV of days, such as `day,feature,unit,count`; columns that are not needed are passed over.
 *
 * @throws BillError naming row and column; nothing of a faulty file is used
 */
export async function readReadingsFile(path: string, kind: ReadingKind): Promise<PostedReading[]> {
  const needed = COLUMNS[kind];
  const seen = new Map<string, number>();
  const readings: PostedReading[] = [];
  for await (const { row, columns, cells } of readCsv(path)) {
    const missing = needed.find((column) => !columns.includes(column));
    if (missing !== undefined) {
      throw new BillError({ row: 1 }, `there is no column "${missing}": ${kind} needs ${needed.join(', ')}`);
    }
    const reading: PostedReading = { kind, ...Object.fromEntries(needed.map((column) => [column, cells(column)])) };
    for (const column of needed) {
      const fault = faultOf(column, cells(column));
      if (fault !== undefined) {
        throw new BillError({ row, column }, `${JSON.stringify(cells(column))} is ${fault}`);
      }
    }
    const key = JSON.stringify([reading['day'], reading['feature'], reading['tenant'], reading['unit']]);
    const before = seen.get(key);
    if (before !== undefined) {
      throw new BillError({ row }, `it is of the same day and name as row ${before}: a row is all of its day`);
    }
    seen.set(key, row);
    readings.push(reading);
  }
  return readings;
}

function faultOf(column: string, text: string): string | undefined {
  switch (column) {
    case 'day':
      return parseDay(text) === undefined ? 'no UTC day: write YYYY-MM-DD' : undefined;
    case 'count':
      return WHOLE.test(text) ? undefined : 'no whole number';
    case 'usd':
      return AMOUNT.test(text) ? undefined : 'no amount of USD, such as 1200.50';
    default:
      return text === '' ? 'empty: name it as the books do' : undefined;
  }
}
