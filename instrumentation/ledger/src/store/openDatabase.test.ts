import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { openDatabase } from './openDatabase.ts';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'open-'))));
afterEach(() => rmSync(dir, { recursive: true }));

/** Another thread or process that recovers the log, or copies it. */
const LOCKS = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { DatabaseSync } = require('node:sqlite');
  const database = new DatabaseSync(workerData);
  database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  parentPort.postMessage('locked');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  database.close();`;

test('books that are locked for a moment are waited for, new ones and those of a ledger', async () => {
  const path = join(dir, 'ledger.db');
  for (let round = 0; round < 2; round++) {
    const other = new Worker(LOCKS, { eval: true, workerData: path });
    const [message] = (await once(other, 'message')) as [string];
    expect(message).toBe('locked');
    const database = openDatabase(path);
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    database.close();
    await other.terminate();
  }
});
