import { DatabaseSync } from 'node:sqlite';
import { Unusable } from './unusable.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';

/**
 * Pages of the write-ahead log after which it is copied to the file. Calls out of order land on the same few thousand pages
 * commit after commit: a page that was written four times is copied once. Of 4,800 bytes written a call 2,300 are left; a
 * log still longer saves little more and is copied in one long commit. With half as many (a run each), p99 at 20,000 spans a
 * second was 72 ms and not 51, and 628 and not 126 where every fsync takes 5 ms longer. A running ledger has it copied beside
 * its commits, see `Checkpoints`.
 */
const CHECKPOINT_PAGES = 4_000;
/**
 * Who opens first after a kill recovers the write-ahead log, and who closes last copies it: meanwhile the books are locked,
 * for as long as the disk takes, also to the ledger's own other threads.
 */
const MOST_WAIT_MS = 10_000;

/**
 * Opens the books for writing: creates or migrates them where needed.
 * `synchronous=FULL` makes a commit survive power loss; on the disks measured it costs nothing.
 *
 * @throws Unusable when the file is not a ledger's, or was written by a newer ledger
 */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: MOST_WAIT_MS });
  try {
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;
       PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`
    );
    const applicationId = pragma(database, 'application_id');
    const tables = Number(database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.['tables']);
    if (applicationId !== APPLICATION_ID && (applicationId !== 0 || tables > 0)) {
      throw new Unusable(`${path} is a database of another program: choose another data directory`);
    }
    const version = pragma(database, 'user_version');
    if (version > MIGRATIONS.length) {
      throw new Unusable(`${path} was written by a newer ledger (schema ${version}): update this one`);
    }
    MIGRATIONS.slice(version).forEach((migration, index) => {
      database.exec('BEGIN IMMEDIATE');
      migration(database);
      database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version + index + 1}; COMMIT`);
    });
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function pragma(database: DatabaseSync, name: string): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}
