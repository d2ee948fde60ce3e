#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Before anything else is loaded: from the second start on, most of the loading is saved, in threads too.
const { directory } = enableCompileCache();
if (directory !== undefined) {
  process.env['NODE_COMPILE_CACHE'] ??= directory;
}
const { runProgram } = await import('./runProgram.ts');
await runProgram();
