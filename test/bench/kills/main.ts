import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { REGISTER, runLoad } from '../../pipeline/runLoad.ts';
import { Stack } from '../../pipeline/Stack.ts';
import { truthCost } from '../../pipeline/truthCost.ts';
import { until } from '../../pipeline/until.ts';
import { markdownTable } from '../report/markdownTable.ts';
import { publish } from '../report/publish.ts';

/*
 * The campaign version of the pipeline's crash test: real clients make calls, the ledger is killed again and again, and at
 * the end the books are held against the provider's.
 */
const KILLS = process.argv.includes('--quick') ? 5 : 50;
const CALLS = 4000;
/** A service that ends while the ledger is down cannot hand over what it holds: the last of its calls meet a ledger that is up. */
const KILLS_A_RUN = 7;

const counted = (text: string) =>
  [...text.matchAll(/^genai_cost_usd_total\{.*\} (\S+)$/gm)].reduce((sum, match) => sum + Number(match[1]), 0);

const HEALTH = './test/bench/kills/reportHealth.mjs';

const stack = await Stack.start();
const health = path.join(stack.data, 'health.jsonl');
try {
  let kills = 0;
  let runs = 0;
  let seen = 0;
  let falls = 0;
  let spent = 0;
  const failures: string[] = [];
  let expected = 0n;
  let exchanges = 0;
  while (kills < KILLS) {
    runs += 1;
    let isOver = false;
    const load = { calls: CALLS, concurrency: 24, seed: `kills-${runs}`, 'stream-share': 0.2, 'retry-share': 0.05 };
    const running = runLoad(stack, load, { imports: [REGISTER, HEALTH], env: { BENCH_HEALTH: health } }).finally(
      () => (isOver = true)
    );
    for (let inRun = 0; !isOver && inRun < KILLS_A_RUN && kills < KILLS; inRun += 1) {
      // Not in step with anything: any moment of a commit may be the last.
      await sleep(150 + ((kills * 97) % 500));
      const before = counted(await stack.metrics());
      falls += before < seen ? 1 : 0;
      seen = before;
      await stack.endLedger('SIGKILL');
      kills += 1;
      await sleep(50 + ((kills * 61) % 300));
      const began = performance.now();
      await stack.startLedger();
      spent += performance.now() - began;
    }
    const { code, err } = await running;
    if (code !== 0) {
      failures.push(err.slice(-300));
    }
    const truth = await stack.truth();
    exchanges += truth.length;
    expected += truthCost(truth);
    await stack.forgetTruth();
    const booked = await until(
      () => stack.bookedRequests(),
      (requests) => requests >= exchanges
    );
    console.log(`${kills} kills, ${exchanges} exchanges, ${booked} booked`);
  }
  const requests = await stack.bookedRequests();
  const nanoUsd = await stack.bookedNanoUsd();
  const services = readFileSync(health, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { delivered: number; held: number });
  const acknowledged = services.reduce((sum, { delivered }) => sum + delivered, 0);
  const held = services.reduce((sum, service) => sum + service.held, 0);
  const isRight = requests === exchanges && nanoUsd === expected && falls === 0 && failures.length === 0;
  await publish(
    'instrumentation/ledger/docs/kills.md',
    'The ledger, killed under load',
    'kills',
    `Real clients with the instrumentation make calls (24 at a time) against simulated providers, while the ledger is sent SIGKILL
again and again at moments that are in step with nothing, and started again; each service ends while it is up, because
one that ends while it is down can only report what it could not hand over. At the end the ledger’s books are held
against the provider’s own.

${markdownTable(
  ['figure', 'value'],
  [
    ['SIGKILLs', String(kills)],
    ['exchanges the providers booked', exchanges.toLocaleString('en')],
    ['calls the ledger booked', requests.toLocaleString('en')],
    ['calls it acknowledged', acknowledged.toLocaleString('en')],
    ['acknowledged and lost', String(Math.max(0, acknowledged - requests))],
    ['still held by a service when it ended', String(held)],
    ['missing from the books', String(Math.max(0, exchanges - requests))],
    ['doubled', String(Math.max(0, requests - exchanges))],
    ['providers’ sum, nano-USD', String(expected)],
    ['ledger’s sum, nano-USD', String(nanoUsd)],
    ['times a live counter fell', String(falls)],
    ['start after a kill until healthy, mean ms', (spent / kills).toFixed(0)],
  ]
)}
${failures.length > 0 ? `\n**A service failed:** ${failures.join('; ')}\n` : ''}`
  );
  process.exitCode = isRight ? 0 : 1;
} finally {
  await stack.end();
}
