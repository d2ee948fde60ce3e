import path from 'node:path';
import { root } from '../../../provisioning/embedded/settings.mjs';
import { clientModules, createClients } from './clients.ts';
import { measureBlock } from './measureBlock.ts';
import { quantile } from './quantile.ts';
import type { Scenario } from './scenarios.ts';
import { startSwitchableTap } from './switchableTap.ts';

/*
 * flushBlock.ts: how long sending a full batch holds the event loop at a stretch, in milliseconds, and what a record of it
 * takes on the wire. Prints one JSON line.
 */
/** One more and the batch would be sent before anyone looks. */
const RECORDS = 511;
const { BENCH_PROVIDERS: providersUrl = '', BENCH_SINK: sinkUrl = '' } = process.env;
const tap = await startSwitchableTap(sinkUrl, providersUrl);
const clients = createClients(clientModules(path.join(root, 'test')), providersUrl);
const { withAttribution } = await import('@ai-finops/instrumentation');
let made = 0;
/** Calls that differ as real ones do: tokens, tenant, response id. */
const varied: Scenario = {
  name: 'varied',
  isStream: false,
  calls: RECORDS,
  concurrency: 16,
  call({ openai }) {
    const number = (made += 1);
    const input = 1200 + ((number * 7919) % 4000);
    const steering = { input, cached: (number * 31) % 1024, output: 100 + ((number * 104729) % 700), firstByteMs: 0 };
    const options = { headers: { 'x-sim': JSON.stringify(steering) } };
    const params = { model: 'gpt-5.1', messages: [{ role: 'user' as const, content: 'Where is my order?' }] };
    return withAttribution({ tenant: `tenant-${(number * 37) % 200}` }, () =>
      openai.chat.completions.create(params, options)
    );
  },
};

/** The longest time between two turns of the event loop while `work` goes on. */
async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let isOver = false;
  let last = performance.now();
  const turn = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) {
      setImmediate(turn);
    }
  };
  setImmediate(turn);
  await work();
  isOver = true;
  return longest;
}

const flushes: number[] = [];
const idle: number[] = [];
for (let round = 0; round < 21; round += 1) {
  await measureBlock(varied, clients);
  flushes.push(await longestTurn(() => tap.instrumentation.flush()));
  // The same turns with nothing to do: what the machine itself holds up.
  idle.push(await longestTurn(() => new Promise((resolve) => setTimeout(resolve, 10))));
}
const stats = (await (await fetch(`${sinkUrl}/stats`)).json()) as {
  tap: { wireBytes: number; rawBytes: number; requests: number };
};
const { wireBytes, rawBytes, requests } = stats.tap;
const perRecord = { wire: wireBytes / made, raw: rawBytes / made, records: made / requests };
console.log(
  JSON.stringify({ perRecord, medianMs: quantile(flushes.slice(1), 0.5), idleMs: quantile(idle.slice(1), 0.5) })
);
process.exit(0);
