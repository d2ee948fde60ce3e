import { Worker } from 'node:worker_threads';

/** Starts loading what the store's thread needs; it opens no books before `openStore` says which. */
export function startStoreThread(): Worker {
  const source = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  return new Worker(new URL(source, import.meta.url));
}
