import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { Checkpoints } from './checkpoints.ts';
import type { LogState } from './logState.ts';
import { openDatabase } from './openDatabase.ts';

const PAGES = 300;
let folder: string;
let path: string;
let database: DatabaseSync;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-finops-checkpoints-'));
  path = join(folder, 'ledger.db');
  database = openDatabase(path);
  database.exec('CREATE TABLE filler (id INTEGER PRIMARY KEY, filling BLOB)');
});
afterEach(() => {
  if (database.isOpen) {
    database.close();
  }
  rmSync(folder, { recursive: true, force: true });
});

/** Some 50 pages, on disk. */
const commit = () =>
  database.exec(`
    BEGIN;
    WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 50)
    INSERT INTO filler (filling) SELECT zeroblob(3900) FROM n;
    COMMIT`);
const state = () => database.prepare('PRAGMA wal_checkpoint(NOOP)').get() as unknown as LogState;
const ownPages = () => database.prepare('PRAGMA wal_autocheckpoint').get()?.['wal_autocheckpoint'];

test('a log that is written to on and on is copied beside its writer, and starts over before SQLite’s own limit', async () => {
  const checkpoints = new Checkpoints(database, path, PAGES);
  const longest: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (let count = 0; count < 8; count += 1) {
      commit();
    }
    const deadline = Date.now() + 20_000;
    let { log } = state();
    longest.push(log);
    for (let before = 0; log >= before && Date.now() < deadline; { log } = state()) {
      before = log;
      checkpoints.tend();
      await sleep(5);
      database.exec('INSERT INTO filler (filling) VALUES (NULL)');
      longest.push(before);
    }
    expect(log).toBeLessThan(PAGES);
  }
  expect(Math.max(...longest)).toBeLessThan(4 * PAGES);
  await checkpoints.stop();
});

test('a writer that never comes to its other messages hears of the copy between two commits', async () => {
  const checkpoints = new Checkpoints(database, path, PAGES);
  const pause = new Int32Array(new SharedArrayBuffer(4));
  let { log } = state();
  let before = 0;
  for (const deadline = Date.now() + 20_000; log >= before && Date.now() < deadline; { log } = state()) {
    before = log;
    if (log < 2 * PAGES) {
      commit();
    } else {
      database.exec('INSERT INTO filler (filling) VALUES (NULL)');
    }
    checkpoints.tend();
    Atomics.wait(pause, 0, 0, 5);
  }
  await checkpoints.stop();
  expect([log < PAGES, before < 3 * PAGES]).toEqual([true, true]);
});

test('once it has stopped, the log is the writer’s alone and everything is in the file', async () => {
  const checkpoints = new Checkpoints(database, path, PAGES);
  for (let count = 0; count < 20; count += 1) {
    commit();
    checkpoints.tend();
    await turn();
  }
  await checkpoints.stop();
  expect(database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()).toEqual({ busy: 0, log: 0, checkpointed: 0 });
  database.close();
  const reader = new DatabaseSync(path, { readOnly: true });
  expect(reader.prepare('SELECT count(*) AS rows FROM filler').get()).toEqual({ rows: 1_000 });
  expect(reader.prepare('PRAGMA quick_check').get()).toEqual({ quick_check: 'ok' });
  reader.close();
});

test('without its thread SQLite copies the log during commits, as before', async () => {
  const before = ownPages();
  const checkpoints = new Checkpoints(database, join(folder, 'nowhere', 'ledger.db'), PAGES);
  expect(ownPages()).toBe(4 * PAGES);
  for (let count = 0; count < 8; count += 1) {
    commit();
  }
  checkpoints.tend();
  for (const deadline = Date.now() + 20_000; ownPages() !== before && Date.now() < deadline;) {
    await sleep(10);
  }
  expect(ownPages()).toBe(before);
  await checkpoints.stop();
});
