import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../pipeline/freePort.ts';
import { markdownTable } from '../report/markdownTable.ts';
import { publish } from '../report/publish.ts';
import { closedLoop, type Loop, type LoopFigures } from './closedLoop.ts';
import { closes } from './closes.ts';
import { makeBodies } from './makeBodies.ts';
import { startMeasuredLedger, type MeasuredLedger } from './measuredLedger.ts';
import { paced, type PacedFigures } from './paced.ts';
import { postAll } from './postAll.ts';
import { startServer } from './server.ts';
import { slowFsync } from './slowFsync.ts';
import { sustained } from './sustained.ts';

/*
 * The built ledger on this machine, load generator on the same cores. The same bytes to prom-client counters and to a
 * server that does nothing say in the same run what the machine gives. --calls=N: of the long run.
 */
const isQuick = process.argv.includes('--quick');
const calls = Number(process.argv.find((each) => each.startsWith('--calls='))?.slice(8) ?? (isQuick ? 200_000 : 1e7));
const seconds = isQuick ? 5 : 20;
const SECOND = { disorderMs: 5_000 };
const LOOPS: readonly Loop[] = [
  { isZipped: true, spans: 1, lanes: 128, requests: 20_000, ...SECOND },
  { isZipped: true, spans: 20, lanes: 64, requests: 20_000, ...SECOND },
  { isZipped: true, spans: 200, lanes: 16, requests: 2_000, ...SECOND },
  { isZipped: true, spans: 2_000, lanes: 4, requests: 200, ...SECOND },
  { isZipped: false, spans: 20, lanes: 64, requests: 20_000, ...SECOND },
  { isZipped: false, spans: 200, lanes: 16, requests: 2_000, ...SECOND },
  { isZipped: true, spans: 200, lanes: 16, requests: 2_000, disorderMs: 600_000 },
];

const data = mkdtempSync(path.join(tmpdir(), 'ai-finops-bench-ledger-'));
const folder = (name: string) => {
  mkdirSync(path.join(data, name));
  return path.join(data, name);
};
const script = (name: string) => path.join(import.meta.dirname, name);
const [sinkPort = 0, countersPort = 0] = await Promise.all([freePort(), freePort()]);
const [sink, counters] = [sinkPort, countersPort].map((port) => `http://127.0.0.1:${port}/`) as [string, string];
const servers = [
  await startServer(script('bareSink.ts'), [String(sinkPort)], sink),
  await startServer(script('countersAlone.ts'), [String(countersPort)], counters),
];

const warm = makeBodies({ requests: 500, spans: 20, isZipped: true, ...SECOND });
const warmUp = async (ledger: MeasuredLedger) => {
  await postAll(ledger.intake, warm, true, 8);
  return warm.length * 20;
};

// ── closed loop
const loopData = folder('loop');
let ledger = await startMeasuredLedger(loopData);
let sent = await warmUp(ledger);
await postAll(counters, warm, true, 8);
const loops: LoopFigures[] = [];
for (const loop of LOOPS) {
  const scaled = isQuick ? { ...loop, requests: Math.ceil(loop.requests / 10) } : loop;
  loops.push(await closedLoop(scaled, { ledger, counters, sink }));
  sent += scaled.requests * scaled.spans;
  console.log(`${scaled.spans} spans a request: ${loops.at(-1)?.perSecond.toFixed(0)} spans/s`);
}
for (const server of servers) {
  await server.end('SIGKILL');
}

// ── at a steady rate
const readsBeside = (from: MeasuredLedger) => async (isOver: () => boolean) => {
  for (let count = 0; !isOver(); count += 1) {
    const what = count % 2 === 0 ? 'calls?sort=cost' : 'days?by=feature';
    await (await fetch(`${from.api}/api/v1/${what}`)).arrayBuffer();
    await sleep(100);
  }
};
const steady: [what: string, figures: PacedFigures][] = [];
for (const spans of [20, 200]) {
  steady.push([`${spans} a request`, await paced(ledger, spans, seconds)]);
}
steady.push(['20 a request, the API read ten times a second', await paced(ledger, 20, seconds, readsBeside(ledger))]);
sent += 3 * 20_000 * seconds;
const booked = [await ledger.booked()];
await ledger.end();
const shim = slowFsync(data, 5);
if (shim) {
  ledger = await startMeasuredLedger(folder('slow'), shim);
  sent += await warmUp(ledger);
  steady.push(['20 a request, every fsync 5 ms longer', await paced(ledger, 20, seconds)]);
  sent += 20_000 * seconds;
  booked.push(await ledger.booked());
  await ledger.end();
}

// ── for long
const longData = folder('long');
ledger = await startMeasuredLedger(longData);
sent += await warmUp(ledger);
const tenths = await sustained(ledger, calls);
const rows = await ledger.booked();
sent += rows - warm.length * 20;
booked.push(rows);
const bytesBeside = ledger.bytes();
await ledger.end();
/** Once stopped, all of the write-ahead log is in the books. */
const bytesACall = ledger.bytes() / rows;
const starts: number[] = [];
for (let run = 0; run < 3; run += 1) {
  ledger = await startMeasuredLedger(longData);
  starts.push(ledger.readyMs);
  await ledger.end();
}
rmSync(longData, { recursive: true, force: true });

const scraped = await closes(folder('closes'));
rmSync(data, { recursive: true, force: true });

const of = (spans: number) => loops.find((loop) => loop.isZipped && loop.spans === spans) as LoopFigures;
const firstTenths = tenths.slice(0, 2);
const lastTenths = tenths.slice(-2);
const mean = (parts: typeof tenths, of: 'perSecond' | 'rssMiB') =>
  parts.reduce((sum, part) => sum + part[of], 0) / parts.length;
const p99 = steady[0]?.[1].ackMs[1] ?? NaN;
const stall = Math.max(...steady.slice(0, 2).map(([, { stallMs }]) => stallMs));
const start = starts.toSorted((a, b) => a - b)[1] ?? NaN;
const goals: [what: string, measured: number, goal: number, unit: string, isMore?: true][] = [
  ['durable spans/s, 200 a request', of(200).perSecond, 40_000, '', true],
  ['durable spans/s, 20 a request', of(20).perSecond, 25_000, '', true],
  ['acknowledgement p99 at 20,000 spans/s, 20 a request', p99, 50, 'ms'],
  ['longest turn of the main loop at 20,000 spans/s', stall, 20, 'ms'],
  ['bytes of disk a call', bytesACall, 110, 'B'],
  [`start with ${rows.toLocaleString('en')} calls`, start, 500, 'ms'],
  [
    `/metrics/closes, ${scraped.series.toLocaleString('en')} series, first time after a start`,
    scraped.firstMs,
    100,
    'ms',
  ],
];
const total = booked.reduce((sum, count) => sum + count, 0);
const number = (value: number) => Math.round(value).toLocaleString('en');

await publish(
  'instrumentation/ledger/docs/throughput.md',
  'Throughput of the ledger',
  'ledger',
  `The load generator runs on the same two cores. An acknowledgement means durable (\`synchronous=FULL\`), priced and in the books.

${markdownTable(
  ['figure', 'measured', 'goal', ''],
  goals.map(([what, measured, goal, unit, isMore]) => [
    what,
    `${number(measured)} ${unit}`.trim(),
    `${isMore ? '≥' : '≤'} ${number(goal)} ${unit}`.trim(),
    (isMore ? measured >= goal : measured <= goal) ? 'met' : '**missed**',
  ])
)}

## As fast as it goes

Senders that post the next request when one is acknowledged. Calls are ${SECOND.disorderMs / 1_000} s out of order, in the last row ten minutes: rows
then land on more pages. "Of counters" is the ledger’s speed by that of the same decoding and pricing into prom-client
counters in memory (nothing kept, a resend counts twice), "of the sink" by that of a server that reads the bytes and does
nothing, same run. CPU is the whole ledger process, RSS at the end of the row.

${markdownTable(
  [
    ...['body', 'spans a request', 'senders', 'out of order, s', 'spans/s', 'of counters', 'of the sink'],
    ...['ack p50 / p99, ms', 'CPU a span, µs', 'main loop, ms', 'RSS, MiB'],
  ],
  loops.map((loop) => [
    ...[loop.isZipped ? 'gzip' : 'plain', number(loop.spans), String(loop.lanes), String(loop.disorderMs / 1_000)],
    number(loop.perSecond),
    `${((100 * loop.perSecond) / loop.perSecondOfCounters).toPrecision(2)} %`,
    `${((100 * loop.perSecond) / loop.perSecondOfSink).toPrecision(2)} %`,
    loop.ackMs.map((ms) => ms.toFixed(1)).join(' / '),
    loop.cpuUs.toFixed(1),
    loop.stallMs.toFixed(0),
    loop.rssMiB.toFixed(0),
  ])
)}

## At 20,000 spans a second

For ${seconds} s, gzip; the first two seconds are left out. Milliseconds from when a request was due.

${markdownTable(
  ['load', 'ack p50 / p99, ms', 'main loop, ms', 'cores'],
  steady.map(([what, { ackMs, stallMs, cpuShare }]) => [
    what,
    ackMs.map((ms) => ms.toFixed(1)).join(' / '),
    stallMs.toFixed(0),
    cpuShare.toFixed(2),
  ])
)}
${shim ? '' : '\nA disk with a slow fsync was not tried: there is no C compiler here to make one with.\n'}
## For long

${number(rows)} calls, 200 a request, gzip, 16 senders, in tenths: ${bytesACall.toFixed(0)} bytes a call on disk, sums included,
and a write-ahead log of ${number((bytesBeside - bytesACall * rows) / 2 ** 20)} MiB while it runs.

${markdownTable(
  ['tenth', ...tenths.map((_, index) => String(index + 1))],
  [
    ['spans/s', ...tenths.map(({ perSecond }) => number(perSecond))],
    ['RSS, MiB', ...tenths.map(({ rssMiB }) => rssMiB.toFixed(0))],
  ]
)}

The last two tenths by the first two: rate ${(mean(lastTenths, 'perSecond') / mean(firstTenths, 'perSecond')).toFixed(2)}, RSS ${(mean(lastTenths, 'rssMiB') / mean(firstTenths, 'rssMiB')).toFixed(2)}.
Start with them, from the start of the process to a healthy answer: ${starts.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}.

## Closes

\`/metrics/closes\` with ${number(scraped.series)} samples (${scraped.mebibytes.toFixed(1)} MiB): ${scraped.firstMs.toFixed(0)} ms the first time after a start (${scraped.atOnceMs.toFixed(0)} ms asked the moment its doors opened, before the rest of it was loaded), ${scraped.againMs.toFixed(0)} ms after, ${scraped.unwrittenMs.toFixed(0)} ms where no ledger had written them before; the main loop stood ${scraped.stallMs.toFixed(0)} ms at most.

Sent ${number(sent)} spans, booked ${number(total)}${sent === total ? ': none lost, none doubled' : ' — **they differ**'}.`
);
process.exitCode = sent === total ? 0 : 1;
