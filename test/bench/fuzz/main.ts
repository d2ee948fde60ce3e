import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { hostileBody } from '../../../instrumentation/ledger/src/store/hostileBody.fixture.ts';
import type { TraceBody } from '../../../instrumentation/ledger/src/intake/traceBody.ts';
import { root } from '../../../provisioning/embedded/settings.mjs';
import { freePort } from '../../pipeline/freePort.ts';
import { makeBodies } from '../ledger/makeBodies.ts';
import { postAll } from '../ledger/postAll.ts';
import { startServer } from '../ledger/server.ts';
import { markdownTable } from '../report/markdownTable.ts';
import { publish } from '../report/publish.ts';

/*
 * Hostile bodies over real HTTP against the real ledger in a process of its own: every one is answered, the process stays
 * the same and as large, what good spans come after are booked, and the books verify. Seeded: the same bodies each run.
 */
const BODIES = process.argv.includes('--quick') ? 5_000 : 100_000;
const PORTION = 1_000;
const LANES = 8;
const GOOD = 200;
const SEED = 20_261_122;

const data = mkdtempSync(path.join(tmpdir(), 'bench-fuzz-'));
const cli = path.join(root, 'instrumentation/ledger/dist/cli/main.js');
const [intake, metrics, api] = await Promise.all([freePort(), freePort(), freePort()]);
const ports = ['--intake-port', `${intake}`, '--metrics-port', `${metrics}`, '--api-port', `${api}`];
const ledger = await startServer(cli, ['ledger', '--data', data, ...ports], `http://127.0.0.1:${metrics}/healthz`);
const at = (signal: string) => `http://127.0.0.1:${intake}/v1/${signal}`;
const agent = new Agent({ keepAlive: true, maxSockets: LANES });

const statuses = new Map<string, number>();
const count = (what: string) => statuses.set(what, (statuses.get(what) ?? 0) + 1);

/** Resolves with the HTTP status, or what became of the connection. */
function send({ bytes, encoding, gzip, signal = 'traces' }: TraceBody): Promise<string> {
  const headers = {
    'content-type': encoding === 'json' ? 'application/json' : 'application/x-protobuf',
    'content-length': bytes.length,
    ...(gzip && { 'content-encoding': 'gzip' }),
  };
  return new Promise((resolve) => {
    const sent = request(at(signal), { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => resolve(String(response.statusCode)));
    });
    sent.once('error', (error) => resolve(error.message));
    sent.end(bytes);
  });
}

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? NaN);
}

try {
  const sizes: number[] = [];
  const began = performance.now();
  const now = Date.now();
  for (let portion = 0; portion * PORTION < BODIES; portion += 1) {
    const bodies = fc.sample(hostileBody(now), { numRuns: PORTION, seed: SEED + portion }).values();
    const lane = async () => {
      for (const body of bodies) {
        count(await send(body));
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    if (portion % 5 === 4) {
      sizes.push((await ledger.usage()).rssMiB);
      console.log(`${(portion + 1) * PORTION} bodies, ${sizes.at(-1)?.toFixed(0)} MiB`);
    }
  }
  const seconds = (performance.now() - began) / 1_000;
  const before = await metric('ai_finops_ledger_spans_booked_total');
  await postAll(
    at('traces'),
    makeBodies({ requests: GOOD, spans: 20, isZipped: true, disorderMs: 5_000 }),
    true,
    LANES
  );
  const booked = (await metric('ai_finops_ledger_spans_booked_total')) - before;
  await ledger.end();
  const verify = await promisify(execFile)(process.execPath, [cli, 'ledger', 'verify', '--data', data], {
    maxBuffer: 2 ** 26,
  }).then(
    () => 'every sum equals its calls',
    (error: { stdout?: string }) => `differences: ${error.stdout?.slice(0, 500) ?? ''}`
  );
  const unexpected = [...statuses].filter(([status]) => !['200', '400', '413', '429'].includes(status));
  // The first fifth fills caches and the page cache of the books.
  const settled = sizes.slice(Math.floor(sizes.length / 5));
  const growth = (settled.at(-1) ?? NaN) / (settled[0] ?? NaN);
  const isRight = unexpected.length === 0 && booked === GOOD * 20 && !verify.startsWith('differences');
  await publish(
    'instrumentation/ledger/docs/fuzz.md',
    'The ledger under hostile bodies',
    'fuzz',
    `Bodies that a sender may break, on purpose or not, over HTTP against the ledger in a process of its own: real spans
and token counts with values of any kind, bytes flipped, cut, doubled, swapped and inserted, lengths that lie, brackets without end, invented
bytes; plain, compressed, cut short, or only said to be compressed. Seeded: the same bodies each time.

${markdownTable(
  ['figure', 'value'],
  [
    ['bodies', BODIES.toLocaleString('en')],
    ...[...statuses].sort().map(([status, times]) => [`answered ${status}`, times.toLocaleString('en')]),
    ['not answered, or with another status', String(unexpected.reduce((sum, [, times]) => sum + times, 0))],
    ['booked of them: what was left whole', before.toLocaleString('en')],
    ['good spans sent after, booked', `${booked.toLocaleString('en')} of ${(GOOD * 20).toLocaleString('en')}`],
    ['`ledger verify` after', verify],
    ['resident memory, last against after the first fifth', `${growth.toFixed(2)} ×`],
    ['bodies a second', Math.round(BODIES / seconds).toLocaleString('en')],
  ]
)}
`
  );
  process.exitCode = isRight ? 0 : 1;
} finally {
  agent.destroy();
  rmSync(data, { recursive: true, force: true });
}
