import { DatabaseSync } from 'node:sqlite';

/**
 * Whoever recovers the write-ahead log, or copies it as the last to close, locks the books for as long as the disk takes:
 * who reads waits for that.
 */
const MOST_WAIT_MS = 5_000;

/** Opens a database of the ledger to read it beside its writer, from any thread or process. */
export const openReader = (path: string): DatabaseSync =>
  new DatabaseSync(path, { readOnly: true, timeout: MOST_WAIT_MS });
