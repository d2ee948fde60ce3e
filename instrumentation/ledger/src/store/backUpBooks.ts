import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Unusable } from './unusable.ts';
import { openReader } from './openReader.ts';

/**
 * Copies the books as they are at one moment into a new, compact file, beside their writer. The file appears under its
 * name only once `check` (given the unfinished copy) has not thrown and it is on the disk.
 *
 * @throws Unusable when the file exists or cannot be written; what `check` throws
 */
export function backUpBooks(path: string, file: string, check: (copy: string) => void): void {
  if (existsSync(file)) {
    throw new Unusable(`${file} exists: a backup never writes over a file, give another name`);
  }
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  try {
    copy(path, partial);
    check(partial);
    sync(partial);
    renameSync(partial, file);
    sync(dirname(resolve(file)));
  } finally {
    for (const left of [partial, `${partial}-wal`, `${partial}-shm`, `${partial}-journal`]) {
      rmSync(left, { force: true });
    }
  }
}

function copy(path: string, to: string): void {
  const database = openReader(path);
  try {
    // SQLite's backup API starts over with every commit of another process: under load it never ends.
    database.prepare('VACUUM INTO ?').run(to);
  } catch (error) {
    throw new Unusable(`the backup could not be written: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    database.close();
  }
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
