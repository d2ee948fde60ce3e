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
 * Publishes the channel events of one real call again and again, without sockets: what our code does for a call, record
 * encoded and queued; the same with a tracer provider that samples nothing; and with nobody listening, which is taken off
 * as it is not ours. Prints one JSON line: scenario -> median us and KiB of a call, us that the unsampled span adds.
 */
const ROUNDS = 60;
const CALLS = 400;
const { BENCH_PROVIDERS: providersUrl = '', BENCH_SINK: sinkUrl = '' } = process.env;
const tap = await startSwitchableTap(sinkUrl, providersUrl);
const clients = createClients(clientModules(path.join(root, 'test')), providersUrl);
const unsampled = new TracerProvider({ sampler: new AlwaysOffSampler() });

const ARMS = {
  nobody: () => tap.pause(),
  ours: () => tap.listen(),
  unsampled: () => trace.setGlobalTracerProvider(unsampled),
};
type Arm = keyof typeof ARMS;

function replay({ request, events }: RecordedExchange): void {
  // A new object each time, as exchanges are known by their request.
  const again = { request: Object.assign(Object.create(Object.getPrototypeOf(request) as object), request) as object };
  for (const { channel: name, rest } of events) {
    channel(name).publish({ ...again, ...rest });
  }
}

const results: Record<string, { us: number; kib: number; unsampledUs: number; events: number }> = {};
for (const scenario of SCENARIOS) {
  const exchange = await recordEvents(() => scenario.call(clients));
  const us: Record<Arm, number[]> = { nobody: [], ours: [], unsampled: [] };
  const kib: Record<Arm, number[]> = { nobody: [], ours: [], unsampled: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const arm of ['nobody', 'ours', 'unsampled'] as const) {
      ARMS[arm]();
      globalThis.gc?.({ type: 'minor' });
      const heap = getHeapStatistics().used_heap_size;
      const began = performance.now();
      for (let call = 0; call < CALLS; call += 1) {
        replay(exchange);
      }
      tap.settle();
      us[arm].push(((performance.now() - began) * 1000) / CALLS);
      kib[arm].push((getHeapStatistics().used_heap_size - heap) / 1024 / CALLS);
      await tap.instrumentation.flush();
    }
    trace.disable();
  }
  const difference = (values: Record<Arm, number[]>, arm: Arm, base: Arm) =>
    quantile(
      values[arm].map((value, round) => value - (values[base][round] ?? NaN)),
      0.5
    );
  results[scenario.name] = {
    us: difference(us, 'ours', 'nobody'),
    kib: difference(kib, 'ours', 'nobody'),
    unsampledUs: difference(us, 'unsampled', 'ours'),
    events: exchange.events.length,
  };
}
const { handlerErrors, recorded } = tap.instrumentation.health();
process.stdout.write(`${JSON.stringify({ results, handlerErrors, recorded })}\n`);
process.exit(0);
