#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Before anything else is loaded: from the second start on, most of the loading is saved, in threads too.
const { directory } = enableCompileCache();
if (directory !== undefined) {
  process.env['NODE_COMPILE_CACHE'] ??= directory;
}
const { keepsBooks } = await import('./keepsBooks.ts');
// The store's thread takes as long to load as all the rest: beside it, from the first moment.
const storeThread = keepsBooks(process.argv.slice(2))
  ? (await import('../store/startStoreThread.ts')).startStoreThread()
  : undefined;
const { runProgram } = await import('./runProgram.ts');
await runProgram(storeThread);
