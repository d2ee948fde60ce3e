import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { traceRequest } from '../intake/traceRequest.fixture.ts';
import { damageBooks, largeBooks } from '../store/largeBooks.fixture.ts';
import { runCommand, startLedgerProcess, type LedgerProcess } from './ledgerProcess.fixture.ts';

let dir: string;
let ledger: LedgerProcess | undefined;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'late-'));
  largeBooks(join(dir, 'ledger.db'));
});
afterEach(async () => {
  await ledger?.end('SIGKILL');
  ledger = undefined;
  rmSync(dir, { recursive: true });
});

const text = async (url: string) => (await fetch(url)).text();
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    await sleep(20);
  }
}

test('large books are checked once the doors are open', async () => {
  ledger = await startLedgerProcess(dir);
  const { metrics } = ledger;
  await until(async () => !/^ai_finops_ledger_books_checked\S+ 0$/m.test(await text(`${metrics}/metrics`)));
  expect(await text(`${metrics}/metrics`)).toMatch(/^ai_finops_ledger_books_corrupt 0$/m);
  expect((await fetch(`${metrics}/readyz`)).status).toBe(200);
});

test('corrupt ones then take nothing more, can be read, and keep the next start from opening', async () => {
  damageBooks(join(dir, 'ledger.db'), 'calls');
  ledger = await startLedgerProcess(dir);
  const { intake, metrics, api } = ledger;
  await until(async () => (await fetch(`${metrics}/readyz`)).status === 503);
  const corrupt = /ledger\.db is corrupt \(.*\): restore it from a backup/;
  expect(await text(`${metrics}/readyz`)).toMatch(corrupt);
  const { json } = traceRequest([{ startMs: Date.now() }]);
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(intake, { method: 'POST', body: new Uint8Array(json), headers });
  expect([response.status, await response.text()]).toEqual([503, expect.stringMatching(corrupt)]);
  expect(await text(`${metrics}/metrics`)).toMatch(/^ai_finops_ledger_books_corrupt 1$/m);
  expect((await fetch(`${api}/api/v1/days`)).status).toBe(200);
  expect(await ledger.end('SIGTERM')).toBe(0);
  ledger = undefined;

  const ports = ['--intake-port', '0', '--metrics-port', '0', '--api-port', '0'];
  expect(runCommand('ledger', '--data', dir, ...ports)).toMatchObject({
    ...{ code: 1, stdout: '' },
    stderr: expect.stringMatching(corrupt),
  });
});

test('sums of days that are not closed are read before the doors open: none start from broken ones', () => {
  damageBooks(join(dir, 'ledger.db'), 'sums');
  const ports = ['--intake-port', '0', '--metrics-port', '0', '--api-port', '0'];
  expect(runCommand('ledger', '--data', dir, ...ports)).toMatchObject({
    ...{ code: 1, stdout: '' },
    stderr: expect.stringMatching(/^ai-finops: .*ledger\.db is corrupt \(.*\): restore it from a backup\n$/),
  });
});
