import { mkdtempSync, rmSync, statSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../../provisioning/embedded/settings.mjs';
import { freePort } from '../../pipeline/freePort.ts';
import { quantile } from '../overhead/quantile.ts';
import { markdownTable } from '../report/markdownTable.ts';
import { publish } from '../report/publish.ts';
import { makeBodies } from './makeBodies.ts';
import { postAll } from './postAll.ts';
import { startServer } from './server.ts';

/*
 * Closed loop of eight senders against the built ledger, each request acknowledged only when it is durable; the same
 * bytes to a bare HTTP sink in the same run say what HTTP and the sender themselves take.
 */
const LANES = 8;
const SIZES = [
  { spans: 1, requests: 6000 },
  { spans: 20, requests: 4000 },
  { spans: 200, requests: 1000 },
  { spans: 2000, requests: 120 },
];
const share = process.argv.includes('--quick') ? 0.1 : 1;

const data = mkdtempSync(path.join(tmpdir(), 'ai-finops-bench-ledger-'));
const ports = await Promise.all(Array.from({ length: 4 }, freePort));
const [intake = 0, metrics = 0, api = 0, bare = 0] = ports;
const cli = path.join(root, 'instrumentation/ledger/dist/cli/main.js');
const listen = ['--intake-port', intake, '--metrics-port', metrics, '--api-port', api].map(String);
const start = () => startServer(cli, ['ledger', '--data', data, ...listen], `http://127.0.0.1:${metrics}/healthz`);

const sink = await startServer(
  path.join(import.meta.dirname, 'bareSink.ts'),
  [String(bare)],
  `http://127.0.0.1:${bare}/`
);
let ledger = await start();
const rows: string[][] = [];
let total = 0;
await postAll(`http://127.0.0.1:${intake}/v1/traces`, makeBodies(200, 20, true), true, LANES);
total += 4000;
for (const isZipped of [true, false]) {
  for (const { spans, requests } of SIZES) {
    const bodies = makeBodies(Math.ceil(requests * share), spans, isZipped);
    const beside = await postAll(`http://127.0.0.1:${bare}/v1/traces`, bodies, isZipped, LANES);
    const before = await ledger.usage();
    const kept = await postAll(`http://127.0.0.1:${intake}/v1/traces`, bodies, isZipped, LANES);
    const after = await ledger.usage();
    const count = bodies.length * spans;
    total += count;
    rows.push([
      isZipped ? 'gzip' : 'plain',
      String(spans),
      Math.round(count / kept.seconds).toLocaleString('en'),
      `${((100 * beside.seconds) / kept.seconds).toPrecision(2)} %`,
      quantile(kept.ackMs, 0.5).toFixed(1),
      quantile(kept.ackMs, 0.99).toFixed(1),
      `${quantile(beside.ackMs, 0.5).toFixed(1)} / ${quantile(beside.ackMs, 0.99).toFixed(1)}`,
      (((after.cpuMs - before.cpuMs) * 1000) / count).toFixed(1),
      after.rssMiB.toFixed(0),
    ]);
    console.log(rows.at(-1)?.join('  '));
  }
}
const answer = (await (await fetch(`http://127.0.0.1:${api}/api/v1/days`)).json()) as { days: { requests: string }[] };
const booked = answer.days.reduce((sum, day) => sum + Number(day.requests), 0);
await ledger.end();
const bytes = readdirSync(data).reduce((sum, name) => sum + statSync(path.join(data, name)).size, 0);
const restarts: number[] = [];
for (let run = 0; run < 3; run += 1) {
  ledger = await start();
  restarts.push(ledger.readyMs);
  await ledger.end();
}
await sink.end('SIGKILL');
rmSync(data, { recursive: true, force: true });

await publish(
  'instrumentation/ledger/docs/throughput.md',
  'Throughput of the ledger',
  'ledger',
  `${LANES} senders in a closed loop on the machine that the ledger runs on; an acknowledgement means durable (\`synchronous=FULL\`),
priced and in the books. "Of the bare sink" is the ledger’s speed by that of a server that takes the same bytes, same run,
and does nothing with them. CPU is the whole ledger process, RSS at the end of the row.

${markdownTable(
  [
    'body',
    'spans a request',
    'spans/s',
    'of the bare sink',
    'ack p50, ms',
    'ack p99, ms',
    'bare p50 / p99, ms',
    'CPU a span, µs',
    'RSS, MiB',
  ],
  rows
)}

Sent ${total.toLocaleString('en')} spans, booked ${booked.toLocaleString('en')}${booked === total ? ': none lost, none doubled' : ' — **they differ**'}.
Books of ${(bytes / 1_048_576).toFixed(0)} MiB (${(bytes / total).toFixed(0)} bytes a span, indexes and sums included); start with them, from the start of the process to a healthy answer:
${restarts.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}.`
);
process.exitCode = booked === total ? 0 : 1;
