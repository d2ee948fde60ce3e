import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CALL, traceRequest } from '../intake/traceRequest.fixture.ts';
import { callCommand } from './callCommand.fixture.ts';
import { runCommand, startLedgerProcess, type LedgerProcess } from './ledgerProcess.fixture.ts';

const CERT = join(__dirname, 'loopback.fixture.cert.pem');
const KEY = join(__dirname, 'loopback.fixture.key.pem');
const TOKEN = 'a-token-of-this-test';
const PORTS = ['--intake-port', '0', '--metrics-port', '0', '--api-port', '0'];

let dir: string;
let tokens: string;
let ledger: LedgerProcess | undefined;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'doors-'));
  tokens = join(dir, 'tokens');
  writeFileSync(tokens, `# of the Collector\n\n${TOKEN}\nthe-next-token-0002\n`);
});
afterEach(async () => {
  await ledger?.end('SIGKILL');
  ledger = undefined;
  rmSync(dir, { recursive: true });
});

test('with tokens, only who shows one comes in, and the probes stay open', async () => {
  ledger = await startLedgerProcess(dir, ['--intake-token-file', tokens, '--api-token-file', tokens]);
  const { json } = traceRequest([{ startMs: Date.now(), attributes: CALL }]);
  const { intake, api, metrics } = ledger;
  const send = (authorization?: string) =>
    fetch(intake, {
      method: 'POST',
      body: new Uint8Array(json),
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    });
  const refused = await send('Bearer another-token-0000');
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  expect(await refused.json()).toEqual({ code: 16, message: expect.stringContaining('Authorization: Bearer <token>') });
  expect((await send()).status).toBe(401);
  expect(await (await fetch(`${metrics}/metrics`)).text()).toContain('ai_finops_ledger_spans_booked_total 0');
  expect((await send(`Bearer ${TOKEN}`)).status).toBe(200);
  expect((await send('Bearer the-next-token-0002')).status).toBe(200);

  expect((await fetch(`${api}/api/v1/days`)).status).toBe(401);
  expect((await fetch(`${api}/api/v1/days`, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200);
  for (const door of [new URL(intake).origin, metrics, api]) {
    for (const probe of ['/healthz', '/readyz']) {
      expect([door, probe, (await fetch(door + probe)).status]).toEqual([door, probe, 200]);
    }
  }

  const status = ['ledger', 'close', '--status', '--api', api];
  expect(await callCommand(...status)).toMatchObject({ code: 1, stderr: expect.stringContaining('--api-token-file') });
  expect(await callCommand(...status, '--api-token-file', tokens)).toMatchObject({
    code: 0,
    stdout: 'no day is closed yet\n',
  });
});

test('with a certificate every door speaks TLS', async () => {
  ledger = await startLedgerProcess(dir, ['--tls-cert', CERT, '--tls-key', KEY]);
  const ca = readFileSync(CERT);
  for (const door of [new URL(ledger.intake).origin, ledger.metrics, ledger.api]) {
    expect(door).toMatch(/^https:/);
    const status = await new Promise((resolve, reject) => {
      request(`${door}/readyz`, { ca, agent: false }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(200);
  }
});

test('an API that strangers could reach does not start without a token', () => {
  const start = (...args: string[]) => runCommand('ledger', '--data', join(dir, 'books'), ...PORTS, ...args);
  for (const args of [
    ['--host', '0.0.0.0'],
    ['--api-host', '::'],
  ]) {
    expect(start(...args)).toMatchObject({ code: 1, stderr: expect.stringMatching(/--api-token-file, or keep it on/) });
  }
});

test('token and TLS files that cannot be right are named, never quoted', () => {
  const start = (...args: string[]) => runCommand('ledger', '--data', join(dir, 'books'), ...PORTS, ...args);
  const short = join(dir, 'short');
  writeFileSync(short, '# one\nsecret\n');
  const empty = join(dir, 'empty');
  writeFileSync(empty, '\n');
  const attempts: [string[], RegExp][] = [
    [['--api-token-file', join(dir, 'none')], /token file .*none cannot be read/],
    [['--api-token-file', short], /token file .*short, line 2: a token has at least 16/],
    [['--intake-token-file', empty], /token file .*empty holds no token/],
    [['--tls-cert', CERT], /give --tls-cert and --tls-key/],
    [['--tls-cert', KEY, '--tls-key', CERT], /TLS cannot use /],
  ];
  for (const [args, message] of attempts) {
    const { code, stderr } = start(...args);
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
    expect(stderr).not.toContain('secret');
  }
});
