import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../../provisioning/embedded/settings.mjs';
import { clientModules, createClients } from './clients.ts';
import { measureBlock } from './measureBlock.ts';
import { SCENARIOS } from './scenarios.ts';

/*
 * afterLoad.ts tapped|plain: 1,500 calls of every kind, then prints in MiB, after collection, the resident set and what of it
 * the heap and buffers hold.
 */
const { BENCH_PROVIDERS: providersUrl = '', BENCH_SINK: sinkUrl = '' } = process.env;
if (process.argv[2] === 'tapped') {
  const { instrument } = await import('@ai-finops/instrumentation');
  const host = providersUrl.replace('http://', '');
  instrument({ endpoint: `${sinkUrl}/rss`, providers: `${host}/openai=openai,${host}/anthropic=anthropic` });
}
const clients = createClients(clientModules(path.join(root, 'test')), providersUrl);
for (let round = 0; round < 5; round += 1) {
  for (const scenario of SCENARIOS) {
    await measureBlock({ ...scenario, calls: scenario.isStream ? 50 : 100, concurrency: 10 }, clients);
  }
}
// Records linger for a second; by then the last calls are garbage, too.
await sleep(1500);
globalThis.gc?.();
globalThis.gc?.();
const { rss, heapUsed, external } = process.memoryUsage();
console.log(JSON.stringify({ rssMiB: rss / 1_048_576, heldMiB: (heapUsed + external) / 1_048_576 }));
process.exit(0);
