import { trace } from '@opentelemetry/api';
import { AlwaysOffSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import { channel } from 'node:diagnostics_channel';
import path from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { root } from '../../../provisioning/embedded/settings.mjs';
import { clientModules, createClients } from './clients.ts';
import { quantile } from './quantile.ts';
import { recordEvents, type RecordedExchange } from './recordEvents.ts';
import { SCENARIOS } from './scenarios.ts';
import { startSwitchableTap } from './switchableTap.ts';

/*
 * replay.ts [unsampled]: publishes the channel events of one real call again and again, without sockets: what our code does
 * for a call, record encoded and queued. Prints one JSON line: scenario -> median us, min us, KiB.
 */
const ROUNDS = 40;
const CALLS = 400;
const { BENCH_PROVIDERS: providersUrl = '', BENCH_SINK: sinkUrl = '' } = process.env;
if (process.argv[2] === 'unsampled') {
  trace.setGlobalTracerProvider(new TracerProvider({ sampler: new AlwaysOffSampler() }));
}
const tap = await startSwitchableTap(sinkUrl, providersUrl);
const clients = createClients(clientModules(path.join(root, 'test')), providersUrl);

function replay({ request, events }: RecordedExchange): void {
  // A new object each time, as exchanges are known by their request.
  const again = { request: Object.assign(Object.create(Object.getPrototypeOf(request) as object), request) as object };
  for (const { channel: name, rest } of events) {
    channel(name).publish({ ...again, ...rest });
  }
}

const results: Record<string, { us: number; minUs: number; kib: number; events: number }> = {};
for (const scenario of SCENARIOS) {
  const exchange = await recordEvents(() => scenario.call(clients));
  const us: number[] = [];
  const kib: number[] = [];
  const emptyUs: number[] = [];
  const emptyKib: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // The same replay with nobody listening: what publishing itself costs is not ours.
    for (const isTapped of [true, false]) {
      if (!isTapped) {
        tap.pause();
      }
      globalThis.gc?.({ type: 'minor' });
      const heap = getHeapStatistics().used_heap_size;
      const began = performance.now();
      for (let call = 0; call < CALLS; call += 1) {
        replay(exchange);
      }
      (isTapped ? us : emptyUs).push(((performance.now() - began) * 1000) / CALLS);
      (isTapped ? kib : emptyKib).push((getHeapStatistics().used_heap_size - heap) / 1024 / CALLS);
      if (isTapped) {
        await tap.instrumentation.flush();
      } else {
        tap.listen();
      }
    }
  }
  results[scenario.name] = {
    us: quantile(us, 0.5) - quantile(emptyUs, 0.5),
    minUs: Math.min(...us) - Math.min(...emptyUs),
    kib: quantile(kib, 0.5) - quantile(emptyKib, 0.5),
    events: exchange.events.length,
  };
}
const { handlerErrors, recorded } = tap.instrumentation.health();
process.stdout.write(`${JSON.stringify({ results, handlerErrors, recorded })}\n`);
process.exit(0);
