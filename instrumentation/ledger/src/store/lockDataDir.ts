import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeDirectory } from './makeDirectory.ts';
import { Unusable } from './unusable.ts';

/**
 * Takes a data directory for this process, until the returned function is called or the process ends however it ends:
 * SQLite's file lock leaves nothing behind that a later start would have to judge, as a pid file does.
 *
 * @throws Unusable when another ledger has it, or it cannot be written
 */
export function lockDataDir(dataDir: string): () => void {
  let lock: DatabaseSync | undefined;
  try {
    makeDirectory(dataDir);
    lock = new DatabaseSync(join(dataDir, 'ledger.lock'));
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    const message = error instanceof Error ? error.message : String(error);
    throw new Unusable(
      message.includes('locked')
        ? `another ledger keeps its books in ${dataDir}: stop it or choose another data directory`
        : `cannot write to ${dataDir}: ${message}`
    );
  }
  const held = lock;
  return () => held.close();
}
