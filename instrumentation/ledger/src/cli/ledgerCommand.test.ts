import { ATTRIBUTE } from '@ai-finops/instrumentation/contract';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CALL, traceRequest, type FixtureSpan } from '../intake/traceRequest.fixture.ts';
import { callCommand } from './callCommand.fixture.ts';
import { runCommand, startLedgerProcess, type LedgerProcess } from './ledgerProcess.fixture.ts';

const DAY_MS = 86_400_000;
const midnight = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const dayBefore = (days: number) => new Date(midnight - days * DAY_MS).toISOString().slice(0, 10);

let dir: string;
let ledger: LedgerProcess | undefined;

beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'ledger-'))));
afterEach(async () => {
  await ledger?.end('SIGKILL');
  ledger = undefined;
  rmSync(dir, { recursive: true });
});

async function start(...args: string[]): Promise<LedgerProcess> {
  ledger = await startLedgerProcess(dir, args);
  return ledger;
}

const post = (to: LedgerProcess, body: Uint8Array, headers: Record<string, string>) =>
  fetch(to.intake, { method: 'POST', body: new Uint8Array(body), headers });
const postSpans = async (to: LedgerProcess, spans: readonly FixtureSpan[]) => {
  const { json } = traceRequest(spans, { environment: 'prod' });
  return (await post(to, json, { 'content-type': 'application/json' })).json();
};
const text = async (url: string, headers: Record<string, string> = {}) => (await fetch(url, { headers })).text();
const samples = (exposition: string) => exposition.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

test('history goes in, days close, and what was shown is what is exported', async () => {
  const running = await start();
  const history = [40, 3, 2, 1].flatMap((days) =>
    ['search', 'chat'].map((feature, index) => ({
      startMs: midnight - days * DAY_MS + index,
      attributes: { ...CALL, [ATTRIBUTE.feature]: feature },
    }))
  );
  expect(await postSpans(running, history)).toEqual({});
  const daysOf = async () =>
    ((await (await fetch(`${running.api}/api/v1/days`)).json()) as { days: { day: string; state: string }[] }).days;
  expect((await daysOf()).filter(({ day }) => day === dayBefore(1))).toEqual([
    expect.objectContaining({ state: 'closing', costNanoUsd: '1308200', requests: '2', adjustmentNanoUsd: '0' }),
  ]);

  const closed = runCommand('ledger', 'close', '--through', dayBefore(0), '--api', running.api);
  expect(closed).toMatchObject({ code: 0, stdout: `closed 40 (${dayBefore(40)} to ${dayBefore(1)})\n` });
  const again = await callCommand('ledger', 'close', '--through', dayBefore(1), '--api', running.api);
  expect(again.stdout).toBe('no day to close\n');

  expect(await postSpans(running, [{ startMs: midnight - DAY_MS + 9 }])).toEqual({});
  expect((await daysOf()).slice(-2)).toMatchObject([
    { state: 'closed', costNanoUsd: '1308200', adjustmentNanoUsd: '0' },
    { state: 'open', costNanoUsd: '0', adjustmentNanoUsd: '654100' },
  ]);

  const response = await fetch(`${running.metrics}/metrics/closes`);
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(response.headers.get('content-encoding')).toBe('gzip');
  const shown = samples(await response.text());
  expect(samples(await text(`${running.metrics}/metrics/closes`, { 'accept-encoding': 'identity' }))).toEqual(shown);
  const base = 'team="Search",request_type="unallocated",provider="openai",model="gpt-5-mini",environment="prod"';
  expect(shown).toContain(`genai_daily_cost_usd{feature="search",${base}} 0.0006541 ${midnight}`);
  expect(shown).toContain(`genai_daily_cost_usd{feature="chat",${base}} 0.0006541 ${midnight - DAY_MS}`);
  expect(shown).toContain(`genai_daily_close_complete 1 ${midnight}`);

  const books = runCommand('ledger', 'export', '--openmetrics', '--data', dir);
  expect(books.stderr).toBe('');
  expect(books.stdout.endsWith('# EOF\n')).toBe(true);
  expect(runCommand('ledger', 'export', '--openmetrics', '--api', running.api).stdout).toBe(books.stdout);
  const inMs = (line: string) => line.replace(/(\d+)$/, '$1000');
  const lastTwo = samples(
    runCommand('ledger', 'export', '--openmetrics', '--data', dir, '--from', dayBefore(2), '--to', dayBefore(1)).stdout
  );
  expect(lastTwo.map(inMs).sort()).toEqual([...shown].sort());
  expect(samples(books.stdout).filter((line) => line.startsWith('genai_daily_close_complete'))).toHaveLength(40);
  // A week without a call closes with zeros, a month without one with nothing.
  const chat = samples(books.stdout).filter((line) => line.startsWith('genai_daily_cost_usd{feature="chat"'));
  expect(chat.map((line) => Number(line.split(' ')[1]))).toEqual([
    0.0006541,
    ...Array(8).fill(0),
    ...Array(3).fill(0.0006541),
  ]);
});

test('every kind of bad body is answered 400, and good ones go on being booked', async () => {
  const running = await start();
  const { protobuf, json } = traceRequest([{ startMs: Date.now() }]);
  const [asProtobuf, asJson] = [{ 'content-type': 'application/x-protobuf' }, { 'content-type': 'application/json' }];
  const gzipped = (headers: Record<string, string>) => ({ ...headers, 'content-encoding': 'gzip' });
  const bad: [Uint8Array, Record<string, string>][] = [
    [protobuf.subarray(0, -1), asProtobuf],
    [Buffer.from('hello world'), asProtobuf],
    [json, asProtobuf],
    [Buffer.from([0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), asProtobuf],
    [protobuf, gzipped(asProtobuf)],
    [gzipSync(protobuf).subarray(0, -9), gzipped(asProtobuf)],
    [Buffer.from('{"resourceSpans":'), asJson],
    [Buffer.from('[]'), asJson],
    [Buffer.from('{"resourceSpans":[{"scopeSpans":7}]}'), asJson],
    [protobuf, asJson],
    [Buffer.alloc(0), asJson],
    [Buffer.from([0xff, 0xfe]), asJson],
  ];
  for (const [body, headers] of bad) {
    const response = await post(running, body, headers);
    expect(response.status).toBe(400);
    expect((await response.bytes()).length).toBeGreaterThan(4);
    expect((await post(running, protobuf, asProtobuf)).status).toBe(200);
  }
  const metrics = await text(`${running.metrics}/metrics`);
  expect(metrics).toContain('ai_finops_ledger_spans_booked_total 1\n');
  expect(metrics).toContain(`ai_finops_ledger_spans_duplicate_total ${bad.length - 1}\n`);
  expect(metrics).toContain(`ai_finops_ledger_intake_requests_total{code="400"} ${bad.length}\n`);
});

test('refused spans are told and counted by reason', async () => {
  const running = await start('--retention-days', '30');
  const answer = await postSpans(running, [
    { startMs: Date.now() },
    { startMs: Date.now() + 3_600_000 },
    { startMs: midnight - 31 * DAY_MS },
    { startMs: Date.now(), traceId: Buffer.alloc(16) },
  ]);
  expect(answer).toEqual({
    partialSuccess: { rejectedSpans: '3', errorMessage: '1 ahead_of_clock, 1 outside_retention, 1 invalid_ids' },
  });
  const metrics = await text(`${running.metrics}/metrics`);
  for (const reason of ['ahead_of_clock', 'outside_retention', 'invalid_ids']) {
    expect(metrics).toContain(`ai_finops_ledger_spans_refused_total{reason="${reason}"} 1\n`);
  }
});

test('contract prices come from a file', async () => {
  const prices = join(dir, 'prices.json');
  writeFileSync(
    prices,
    JSON.stringify({ contracts: [{ provider: 'openai', from: '2020-01-01', discountPercent: '10' }] })
  );
  const running = await start('--prices', prices);
  await postSpans(running, [{ startMs: Date.now() }]);
  expect(await text(`${running.metrics}/metrics`)).toMatch(/^genai_cost_usd_total\{.*\} 0.00058869$/m);
});

test('asked to stop, it finishes, checkpoints and exits 0', async () => {
  const running = await start();
  const inFlight = Array.from({ length: 5 }, (_, index) => postSpans(running, [{ startMs: Date.now() + index }]));
  await Promise.race(inFlight);
  expect(await running.end('SIGTERM')).toBe(0);
  expect(existsSync(join(dir, 'ledger.db-wal'))).toBe(false);
  await Promise.allSettled(inFlight);
});

test('what cannot work is said in one line, with exit code 1', async () => {
  const running = await start();
  const port = new URL(running.metrics).port;
  const free = join(dir, 'free');
  const file = join(dir, 'file');
  writeFileSync(file, '{"contracts":[{}]}');
  const ports = ['--intake-port', '0', '--metrics-port', '0', '--api-port', '0'];
  const starts: [string[], RegExp][] = [
    [['ledger', '--data', dir, ...ports], /another ledger keeps its books in /],
    [
      ['ledger', '--data', free, ...ports.slice(2), '--intake-port', port],
      /port \d+ on 127.0.0.1 is taken .*--intake-port/,
    ],
    [['ledger', '--data', file, ...ports], /cannot write to /],
    [['ledger', '--data', free, ...ports, '--prices', file], /price file .*contracts\[0\]/],
    [['ledger', '--data', free, ...ports, '--prices', join(dir, 'none')], /price file .*no such file/],
  ];
  const commands: typeof starts = [
    [['ledger', '--close-grace', 'soon'], /Give a duration/],
    [['ledger', 'close', '--through', 'today'], /Give a UTC day/],
    [['ledger', 'close', '--through', '2026-01-01', '--api', 'http://127.0.0.1:1'], /no ledger answers at /],
    [['ledger', 'export', '--openmetrics', '--data', join(dir, 'none')], /no books in /],
  ];
  const said = starts.map(([args, message]) => ({ args, message, ...runCommand(...args) }));
  for (const [args, message] of commands) {
    said.push({ args, message, ...(await callCommand(...args)) });
  }
  for (const { args, message, code, stdout, stderr } of said) {
    expect({ args, code, stdout, lines: stderr.trim().split('\n').length }).toEqual({
      args,
      code: 1,
      stdout: '',
      lines: 1,
    });
    expect(stderr).toMatch(message);
  }
});
