import { Worker } from 'node:worker_threads';
import { programBeside } from './programBeside.ts';

/** Starts loading what the store's thread needs; it opens no books before `openStore` says which. */
export function startStoreThread(): Worker {
  return new Worker(programBeside('worker', import.meta.url));
}
