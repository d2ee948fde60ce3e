import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Books } from '../store/books.ts';
import { callTableName } from '../store/callTableName.ts';
import type { EventDay } from '../store/eventDay.ts';
import { makeDirectory } from '../store/makeDirectory.ts';
import { Unusable } from '../store/unusable.ts';
import { dayState } from './dayState.ts';
import { partition } from './partition.ts';
import { writePartition } from './writePartition.ts';
import { openReader } from '../store/openReader.ts';

export interface ExportedDay {
  readonly day: EventDay;
  /** `moved`: calls kept coming while it was written; the next run takes it. */
  readonly outcome: 'written' | 'unchanged' | 'moved';
  readonly calls: number;
}

const TRIES = 3;

/**
 * Writes the calls of closed days as JSON lines for a warehouse, a folder a day: `out/day=YYYY-MM-DD/part-00000.jsonl.gz`.
 * A day that stands there as the books have it is passed over, one that got a late call or another price since is written
 * anew: whoever runs it again goes on where it stopped. Works beside the ledger.
 *
 * @throws Unusable when `out` cannot be written, or the books are of another version
 */
export async function* exportCalls(
  path: string,
  out: string,
  range: { readonly from?: EventDay | undefined; readonly to?: EventDay | undefined } = {}
): AsyncGenerator<ExportedDay> {
  const { from = -Infinity, to = Infinity } = range;
  const books = new Books(path);
  const database = openReader(path);
  try {
    clear(out);
    const closed = books.days().filter(({ closedMs }) => closedMs !== undefined);
    for (const { day } of closed.filter((one) => one.day >= from && one.day <= to)) {
      if (isKept(database, day)) {
        yield await exportDay(database, out, day);
      }
    }
  } finally {
    database.close();
    books.close();
  }
}

async function exportDay(database: DatabaseSync, out: string, day: EventDay): Promise<ExportedDay> {
  const state = dayState(database, day);
  if (partition(out, day).manifest()?.fingerprint === state.fingerprint) {
    return { day, outcome: 'unchanged', calls: state.calls };
  }
  try {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const manifest = await writePartition(database, out, day);
      if (manifest) {
        return { day, outcome: 'written', calls: manifest.calls };
      }
    }
  } catch (error) {
    throw new Unusable(`the export to ${out} could not be written: ${reason(error)}`);
  }
  return { day, outcome: 'moved', calls: state.calls };
}

/** Makes the folder, and throws out what a run that was cut off left. */
function clear(out: string): void {
  try {
    makeDirectory(out);
    readdirSync(out)
      .filter((name) => /^\.(unfinished|former)-day=/.test(name))
      .forEach((name) => rmSync(join(out, name), { recursive: true }));
  } catch (error) {
    throw new Unusable(`cannot write to ${out}: ${reason(error)}`);
  }
}

/** Days without a call have no table either: they have no folder. */
function isKept(database: DatabaseSync, day: EventDay): boolean {
  const find = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`);
  return find.get(callTableName(day)) !== undefined;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
