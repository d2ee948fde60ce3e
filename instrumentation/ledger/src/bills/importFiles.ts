import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { Unusable } from '../store/unusable.ts';
import { BillMonths } from './billMonths.ts';
import type { BillMapping } from './mappedLine.ts';
import type { BillNames } from './normaliseLine.ts';
import { readBillFile, type ReadBill } from './readBillFile.ts';

/**
 * Reads the files of one bill, as clouds deliver a month in several: together they are what it says.
 *
 * @throws Unusable which names file, row, column and reason; nothing of any file is kept then
 */
export async function importFiles(
  paths: readonly string[],
  how: {
    readonly names: BillNames;
    readonly mapping: BillMapping | undefined;
    readonly providers: ReadonlyMap<string, string>;
    onProgress(rows: number): void;
  }
): Promise<ReadBill & { readonly source: string }> {
  const into = new BillMonths();
  const seen = new Set<string>();
  const skipped = new Map<string, number>();
  let rows = 0;
  for (const path of paths) {
    try {
      const real = realpathSync(path);
      if (seen.has(real)) {
        throw new Error('it is given twice, and would count twice');
      }
      seen.add(real);
      const before = rows;
      const read = await readBillFile(path, { ...how, into, onProgress: (own) => how.onProgress(before + own) });
      rows += read.rows;
      read.skipped.forEach((count, name) => skipped.set(name, (skipped.get(name) ?? 0) + count));
    } catch (error) {
      throw new Unusable(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const [first = '', ...others] = paths.map((path) => basename(path));
  const source = others.length > 1 ? `${first} and ${others.length} more` : [first, ...others].join(' and ');
  return { months: into.all(), rows, skipped, source };
}
