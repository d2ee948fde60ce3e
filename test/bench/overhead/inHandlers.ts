import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import path from 'node:path';
import { root } from '../../../provisioning/embedded/settings.mjs';
import { clientModules, createClients } from './clients.ts';
import { measureBlock } from './measureBlock.ts';
import { quantile } from './quantile.ts';
import { SCENARIOS } from './scenarios.ts';
import { startSwitchableTap } from './switchableTap.ts';

/*
 * inHandlers.ts ROUNDS: where the time goes between the events of real calls, while the application runs in between. Prints one
 * JSON line: scenario -> microseconds of a call in each channel's handlers (mean without the top 3 %: the machine is
 * shared), and in reading what they noted.
 */
const [rounds = '20'] = process.argv.slice(2);
const { BENCH_PROVIDERS: providersUrl = '', BENCH_SINK: sinkUrl = '' } = process.env;
const tap = await startSwitchableTap(sinkUrl, providersUrl);
tap.pause();
const clients = createClients(clientModules(path.join(root, 'test')), providersUrl);

const spent = new Map<string, number[]>();
const note = (what: string, began: number) => {
  const list = spent.get(what) ?? [];
  spent.set(what, list);
  list.push((performance.now() - began) * 1000);
};
const timed = tap.listeners.map(([channel, listener]) => {
  const listen: typeof listener = (message, name) => {
    const began = performance.now();
    listener(message, name);
    note(String(channel).replace('undici:request:', ''), began);
  };
  return [channel, listen] as const;
});

const results: Record<string, Record<string, number>> = {};
for (const scenario of SCENARIOS) {
  for (let round = -3; round < Number(rounds); round += 1) {
    if (round === 0) {
      spent.clear();
    }
    timed.forEach((listener) => subscribe(...listener));
    await measureBlock(scenario, clients, () => {
      const began = performance.now();
      tap.settle();
      note('read later', began);
    });
    timed.forEach((listener) => unsubscribe(...listener));
    await tap.instrumentation.flush();
  }
  const calls = scenario.calls * Number(rounds);
  results[scenario.name] = Object.fromEntries(
    Array.from(spent, ([what, list]) => {
      const most = quantile(list, 0.97);
      const usual = list.filter((us) => us <= most);
      return [what, ((usual.reduce((sum, us) => sum + us, 0) / usual.length) * list.length) / calls];
    })
  );
}
const { handlerErrors } = tap.instrumentation.health();
process.stdout.write(`${JSON.stringify({ results, handlerErrors })}\n`);
process.exit(0);
