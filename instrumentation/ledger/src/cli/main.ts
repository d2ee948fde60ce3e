#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

const OLDEST_NODE = 24;
if (Number.parseInt(process.versions.node) < OLDEST_NODE) {
  process.stderr.write(
    `ai-finops needs Node.js ${OLDEST_NODE} or newer and was started with ${process.versions.node}: ` +
      `start it with another, e.g. npx --package node@${OLDEST_NODE} --package @ai-finops/ledger ai-finops --help\n`
  );
  process.exit(1);
}

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
