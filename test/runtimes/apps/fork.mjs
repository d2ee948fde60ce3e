// child_process.fork: the child takes over Node's flags, and with them the instrumentation.
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { fork } from 'node:child_process';
import { makeCalls } from './makeCalls.cjs';

if (process.argv[2] === 'child') {
  console.log(JSON.stringify(await makeCalls({ OpenAI, Anthropic }, {}, 200)));
} else {
  const child = fork(new URL(import.meta.url), ['child']);
  console.log(await new Promise((resolve) => child.once('exit', (code, signal) => resolve(`${code} ${signal}`))));
}
