// A service whose calls are made in worker threads, two at a time, and in the main thread as well.
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { makeCalls } from './makeCalls.cjs';

const first = isMainThread ? 100 : workerData;
if (isMainThread) {
  const workers = [200, 300].map((data) => new Worker(new URL(import.meta.url), { workerData: data }));
  const answers = workers.map((worker) => new Promise((resolve) => worker.once('message', resolve)));
  const ends = workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve)));
  console.log(JSON.stringify(await makeCalls({ OpenAI, Anthropic }, {}, first)));
  console.log(JSON.stringify([await Promise.all(answers), await Promise.all(ends)]));
} else {
  if (process.env.WITH === 'yes' && process.env.REGISTER === 'worker') {
    await import('@ai-finops/instrumentation/register');
  }
  parentPort.postMessage(await makeCalls({ OpenAI, Anthropic }, {}, first));
}
