import type { DatabaseSync } from 'node:sqlite';
import { records } from './records.ts';

/** What can be asked of the books that takes longer than the main thread has. Each answers from one state. */
export const QUESTIONS = { records } satisfies Record<string, (database: DatabaseSync, query: never) => unknown>;
