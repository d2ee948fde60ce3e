import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import { Unusable } from './unusable.ts';
import { makeDirectory } from './makeDirectory.ts';
import { openDatabase } from './openDatabase.ts';

/** A whole check reads every page: 0.7 s for half a gigabyte. Past this size only the sums and labels are checked. */
const CHECK_WHOLE_BYTES = 2 ** 30;
const CHECKED_ALWAYS = [
  'meta',
  'name',
  'dimension',
  'day',
  'book',
  'component_book',
  'tenant_book',
  'duration_book',
  'work_book',
  'record',
  'anomaly_run',
  'anomaly',
  'foreign_span',
  'record_parent',
  'metric_series',
];

/**
 * Makes a data directory ready: creates it, creates or migrates the books, checks their integrity.
 *
 * @returns the path of the books
 * @throws Unusable
 */
export function prepareBooks(dataDir: string): string {
  const path = join(dataDir, 'ledger.db');
  try {
    makeDirectory(dataDir);
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new Unusable(`cannot write to ${dataDir}: ${reason(error)}`);
  }
  try {
    const database = openDatabase(path);
    try {
      const whole = statSync(path).size <= CHECK_WHOLE_BYTES;
      for (const check of whole ? ['quick_check(1)'] : CHECKED_ALWAYS.map((table) => `quick_check(${table})`)) {
        const found = String(database.prepare(`PRAGMA ${check}`).get()?.['quick_check']);
        if (found !== 'ok') {
          throw new Unusable(`${path} is corrupt (${found.replaceAll('\n', ' ')}): restore it from a backup`);
        }
      }
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof Unusable) {
      throw error;
    }
    const broken = /malformed|not a database|corrupt/.test(reason(error));
    throw new Unusable(
      broken
        ? `${path} is corrupt (${reason(error)}): restore it from a backup`
        : `cannot open ${path}: ${reason(error)}`
    );
  }
  return path;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
