import { DatabaseSync } from 'node:sqlite';
import { workerData, type MessagePort } from 'node:worker_threads';
import type { LogState } from './logState.ts';

/**
 * A thread that copies the write-ahead log to the file each time it is asked, while the writer goes on. What is written
 * meanwhile is copied by a further pass, that takes less long: little is left to the writer. SQLite keeps what it knows of
 * the log true whatever becomes of a pass.
 */
const MAX_PASSES = 6;
/** A pass that had no more to copy was short: no more than about as many pages were written beside it. */
const FEW_PAGES = 400;

const { path, port } = workerData as { path: string; port: MessagePort };
const database = new DatabaseSync(path);
database.exec('PRAGMA synchronous = FULL');
const checkpoint = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');

port.on('message', () => {
  let before = 0;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const copied = copiedPages();
    if (copied - before < FEW_PAGES) {
      break;
    }
    before = copied;
  }
  port.postMessage('copied');
});
port.on('close', () => database.close());

/** Pages of the log that are in the file after a pass; 0 where it could not be made: a disk may be full. */
function copiedPages(): number {
  try {
    return (checkpoint.get() as unknown as LogState).checkpointed;
  } catch {
    return 0;
  }
}
