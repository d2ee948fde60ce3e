import { installPackages } from '../cache/installPackages.ts';
import { freePort } from '../../pipeline/freePort.ts';
import { markdownTable } from '../report/markdownTable.ts';
import { publish } from '../report/publish.ts';
import { background } from './background.ts';
import type { InSituResult } from './inSituResult.ts';
import { inSituTable, type InSituFigure } from './inSituTable.ts';
import { OFFICIAL_PACKAGES } from './peers/officialPackages.ts';
import type { PeerName } from './peerName.ts';
import { quantile } from './quantile.ts';
import { runJson } from './runJson.ts';
import { measureStartUp } from './startUp.ts';

/*
 * What a call costs the application. Everything that is compared is measured in one process, or in processes that take
 * turns; beside each figure stands its goal, met or not. A missed goal does not fail the bench: it is what it is for.
 */
interface Replayed {
  readonly results: Readonly<Record<string, { us: number; kib: number; unsampledUs: number }>>;
}
const isQuick = process.argv.includes('--quick');
/** The strongest peer is measured longest. */
const ROUNDS = {
  official: isQuick ? 10 : 200,
  openlit: isQuick ? 10 : 60,
  openinference: isQuick ? 10 : 60,
  shown: isQuick ? 10 : 60,
};
const PEERS: readonly PeerName[] = ['official', 'openlit', 'openinference'];
const peerVersions: Record<PeerName, string> = {
  official: '@opentelemetry/instrumentation-openai 0.22.0 (range edited), Anthropic’s own telemetry',
  openlit: 'openlit 1.15.0',
  openinference: '@arizeai/openinference-instrumentation-openai 4.2.7, -anthropic 0.2.8',
};

const [providersPort, sinkPort] = [await freePort(), await freePort()];
const env = { BENCH_PROVIDERS: `http://127.0.0.1:${providersPort}`, BENCH_SINK: `http://127.0.0.1:${sinkPort}` };
const calm = { PROVIDERS_REFUSE_EVERY: '0', PROVIDERS_FIRST_BYTE_MS: '0', PROVIDERS_PACE_MS: '0' };
const bench = `${import.meta.dirname}/..`;
const servers = await Promise.all([
  background(
    `${bench}/../workload/providers/main.ts`,
    { ...calm, PROVIDERS_PORT: String(providersPort) },
    `${env.BENCH_PROVIDERS}/healthz`
  ),
  background(`${bench}/overhead/sinkServer.ts`, { SINK_PORT: String(sinkPort) }, `${env.BENCH_SINK}/stats`),
]);
const say = (what: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${what}`);

say('flush');
const flush = await runJson<{
  perRecord: { wire: number; raw: number; records: number };
  medianMs: number;
  idleMs: number;
}>('flushBlock.ts', [], env);
say('replay');
const replayed = await runJson<Replayed>('replay.ts', [], env);
say('in the handlers');
const inHandlers = await runJson<{ results: Record<string, Record<string, number>> }>(
  'inHandlers.ts',
  [isQuick ? '3' : '20'],
  env
);
say('open streams');
const open = { plain: [] as number[], tapped: [] as number[] };
for (let run = 0; run < (isQuick ? 1 : 3); run += 1) {
  for (const mode of ['plain', 'tapped'] as const) {
    const { heapKiB, bufferKiB } = await runJson<{ heapKiB: number; bufferKiB: number }>(
      'openStreams.ts',
      [mode, '1000'],
      env
    );
    open[mode].push(heapKiB + bufferKiB);
  }
}
say('after load');
/** Pages that the young generation and the allocator keep for later differ by 10 MiB and more from process to process. */
const LOADS = isQuick ? 1 : 9;
const SMALL_YOUNG = ['--min-semi-space-size=1', '--max-semi-space-size=1'];
const resident = { plain: [] as number[], tapped: [] as number[] };
const held = { plain: [] as number[], tapped: [] as number[] };
for (let run = 0; run < LOADS; run += 1) {
  for (const mode of ['plain', 'tapped'] as const) {
    const after = await runJson<{ rssMiB: number; heldMiB: number }>('afterLoad.ts', [mode], env, SMALL_YOUNG);
    resident[mode].push(after.rssMiB);
    held[mode].push(after.heldMiB);
  }
}
say('start-up');
const folders = { official: await installPackages('peer-official', OFFICIAL_PACKAGES) };
const startUp = measureStartUp(isQuick ? 3 : 13, folders);
const inSitu: Record<string, InSituResult> = {};
for (const peer of PEERS) {
  say(`in situ beside ${peer}, ${ROUNDS[peer]} rounds`);
  inSitu[peer] = await runJson<InSituResult>('inSitu.ts', [peer, String(ROUNDS[peer]), 'unshown'], env);
}
say('in situ with the shown span');
const shown = {
  official: await runJson<InSituResult>('inSitu.ts', ['official', String(ROUNDS.shown), 'shown'], env),
};
servers.forEach((server) => server.kill('SIGTERM'));

const paired = inSituTable(inSitu);
const pairedShown = inSituTable(shown);
/** The peer that adds least is the one to beat. */
const best = (figures: readonly InSituFigure[], scenario: string) =>
  figures
    .filter((figure) => figure.scenario === scenario)
    .reduce((least, figure) => (figure.peerUs < least.peerUs ? figure : least));
const median = (values: readonly number[]) => quantile(values, 0.5);
const handlers = [...new Set(Object.values(inHandlers.results).flatMap((spent) => Object.keys(spent)))].filter((name) =>
  Object.values(inHandlers.results).some((spent) => (spent[name] ?? 0) >= 0.5)
);
const goals: [what: string, measured: number, goal: number, unit: string][] = [];
for (const scenario of ['chat', 'chat stream', 'anthropic', 'anthropic stream']) {
  const { us = NaN, kib = NaN, unsampledUs = NaN } = replayed.results[scenario] ?? {};
  const isStream = scenario.endsWith('stream');
  const { ratio, peer } = best(paired.figures, scenario);
  goals.push(
    [`${scenario}: allocation of a call, replayed`, kib, isStream ? 6 : 4, 'KiB'],
    [`${scenario}: a replayed call`, us, isStream ? 25 : 10, 'µs'],
    [`${scenario}: added CPU with export by the best peer’s (${peer})`, ratio, 0.4, '×'],
    [`${scenario}: the same with the shown span`, best(pairedShown.figures, scenario).ratio, 0.9, '×'],
    [`${scenario}: an unsampled span`, unsampledUs, 2, 'µs']
  );
}
goals.push(
  [`a record in a batch of ${flush.perRecord.records.toFixed(0)}, gzip’ed`, flush.perRecord.wire, 110, 'B'],
  ['a record, raw', flush.perRecord.raw, 900, 'B'],
  [`longest turn of the event loop in a flush (idle ${flush.idleMs.toFixed(2)})`, flush.medianMs, 1, 'ms'],
  ['an open stream of 1,000', median(open.tapped) - median(open.plain), 1, 'KiB'],
  ['resident set after load', median(resident.tapped) - median(resident.plain), 10, 'MiB']
);
for (const modules of ['ESM', 'CJS'] as const) {
  const at = (kind: string) => startUp[modules][kind]?.ms ?? NaN;
  goals.push(
    [`start-up over the SDK alone, ${modules}`, at('SDK + ours') - at('SDK'), 12, 'ms'],
    [`start-up over the SDK alone, with prices, ${modules}`, at('SDK + ours + prices') - at('SDK'), 40, 'ms']
  );
}

await publish(
  'instrumentation/library/docs/overhead.md',
  'Overhead of the capture',
  'overhead',
  `Goals of the project beside what was measured. Times are of a busy machine: read the ratios.

${markdownTable(
  ['figure', 'measured', 'goal', ''],
  goals.map(([what, measured, goal, unit]) => [
    what,
    `${measured.toFixed(measured < 10 ? 2 : 0)} ${unit}`,
    `≤ ${goal} ${unit}`,
    measured <= goal ? 'met' : '**missed**',
  ])
)}

## In situ, paired

Arms take turns block by block (100 calls one after the other; 40 streams of some 43 events, 10 at once, written event by event) in one
process over real sockets, ${ROUNDS.official} rounds beside the official instrumentation and ${ROUNDS.openlit} beside the others; each cell is the median of differences to the uninstrumented block of the same round, per call:
CPU of the whole process, with the reading that we put off, and heap. The control is a second uninstrumented arm: it shows the noise. Sending is measured
apart, on 400 waiting records. Peers: ${PEERS.map((peer) => `${peer} = ${peerVersions[peer]}`).join('; ')}.

${paired.table}

With a tracer provider of the application, so that ours records and exports the shown span too:

${pairedShown.table}

## Where it goes

Microseconds of a call in each of our handlers between the events of real calls, and in reading what they noted; means without
the top 3 %. Replayed, the same handlers take a microsecond or two: while the application runs in between, the processor
forgets our code and data, and fetching them again is what a handler costs. So handlers only note (clock, context, a copy
of the bytes), and up to 256 events are read in a row. That anybody listens at all costs next to nothing: empty handlers on
all of undici’s channels were within the control’s noise (chat −3 µs, control −38; stream of 43 events +89, control +45), but
for the messages undici makes for each event: 0.3 KiB a chat, 3 to 4 KiB a stream, a floor for whoever listens.

${markdownTable(
  ['scenario', ...handlers],
  Object.entries(inHandlers.results).map(([scenario, spent]) => [
    scenario,
    ...handlers.map((name) => (spent[name] ?? 0).toFixed(1)),
  ])
)}

An open stream keeps what its record will need (times, context, who it is for, fields read so far, the piece of a line that was
cut in two) in four objects. It is counted when code and prices, which all streams share, are loaded already.

## Start-up and memory

Of the resident set after load ours hold ${(median(held.tapped) - median(held.plain)).toFixed(1)} MiB in heap and buffers; the rest are pages of
Node's own code for HTTP and compression, and the allocator's. Processes alike differ by 10 MiB and more, whoever is in them: the
figure is the difference of medians of ${LOADS} each, with a young generation of 1 MiB.

Milliseconds from the start of the process to the application’s first line, and resident set then, median of ${isQuick ? 3 : 13}.

${markdownTable(
  ['modules', 'process', 'ms', 'MiB'],
  (['ESM', 'CJS'] as const).flatMap((modules) =>
    Object.entries(startUp[modules]).map(([kind, { ms, rssMiB }]) => [modules, kind, ms.toFixed(0), rssMiB.toFixed(0)])
  )
)}`
);
