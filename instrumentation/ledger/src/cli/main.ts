#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Before anything else is loaded: from the second start on, most of the loading is saved.
enableCompileCache();
const { runProgram } = await import('./runProgram.ts');
await runProgram();
