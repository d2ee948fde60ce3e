import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CARRIED_SUMS } from './carriedSums.ts';
import { corruptBooks } from './corruptBooks.ts';
import { damageIn } from './damageIn.ts';
import { damageMark } from './damageMark.ts';
import { makeDirectory } from './makeDirectory.ts';
import { openDatabase } from './openDatabase.ts';
import { saysDamage } from './saysDamage.ts';
import { Unusable } from './unusable.ts';

export interface PreparedBooks {
  readonly path: string;
  /** Whether all of them were checked, and not only what a start reads. */
  readonly isChecked: boolean;
}

/** A check reads every page, 0.7 s for half a gigabyte: larger books are checked beside the running ledger. */
const CHECK_AT_ONCE_BYTES = 8 * 2 ** 20;
/**
 * What a start believes before that: the sums of closed days that its counters are restored from, and what those are named
 * by. Of the days that are not carried it reads every row. To check all days here took 0.2 s where there were 400 of 480
 * label sets.
 */
const CHECKED_FIRST = [
  ...['meta', 'day', 'dimension', 'work_series', 'carried_day'],
  ...Object.values(CARRIED_SUMS).map(({ table }) => `carried_${table}`),
];

/**
 * Makes a data directory ready: creates it, creates or migrates the books, checks their integrity as far as a start can
 * wait for it. Books that were found corrupt are checked whole, however large.
 *
 * @throws Unusable
 */
export function prepareBooks(dataDir: string): PreparedBooks {
  const path = join(dataDir, 'ledger.db');
  try {
    makeDirectory(dataDir);
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new Unusable(`cannot write to ${dataDir}: ${reason(error)}`);
  }
  const mark = damageMark(dataDir);
  const isSuspect = existsSync(mark);
  try {
    const database = openDatabase(path);
    try {
      const isChecked = isSuspect || statSync(path).size <= CHECK_AT_ONCE_BYTES;
      for (const table of isChecked ? [undefined] : CHECKED_FIRST) {
        const damage = damageIn(database, table);
        if (damage !== undefined) {
          throw corruptBooks(path, damage);
        }
      }
      rmSync(mark, { force: true });
      return { path, isChecked };
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof Unusable) {
      throw error;
    }
    throw saysDamage(reason(error))
      ? corruptBooks(path, reason(error))
      : new Unusable(`cannot open ${path}: ${reason(error)}`);
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
