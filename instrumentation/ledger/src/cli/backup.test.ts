import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { traceRequest } from '../intake/traceRequest.fixture.ts';
import { callCommand } from './callCommand.fixture.ts';
import { restoreCommand } from './restoreCommand.ts';
import { runBeside, runCommand, startLedgerProcess, type LedgerProcess } from './ledgerProcess.fixture.ts';

let dir: string;
let ledger: LedgerProcess | undefined;

beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'backup-'))));
afterEach(async () => {
  await ledger?.end('SIGKILL');
  ledger = undefined;
  rmSync(dir, { recursive: true });
});

async function send({ intake }: LedgerProcess, spans: number): Promise<void> {
  const one = () => ({ traceId: randomBytes(16), spanId: randomBytes(8), startMs: Date.now() });
  const body = new Uint8Array(traceRequest(Array.from({ length: spans }, one)).protobuf);
  const response = await fetch(intake, { method: 'POST', body, headers: { 'content-type': 'application/x-protobuf' } });
  expect(response.status).toBe(200);
}

test('books are backed up and verified while the ledger runs, and a ledger starts on the backup', async () => {
  const running = await startLedgerProcess(dir);
  ledger = running;
  await send(running, 50);
  let isDone = false;
  const load = (async () => {
    while (!isDone) {
      await send(running, 20);
    }
  })();
  const file = join(dir, 'backup.db');
  const verified = await runBeside('ledger', 'verify', '--data', dir);
  expect(verified.stdout).toMatch(/^verified: 1 days, \d+ calls, [\d.]+ USD; every sum equals its calls\n$/);
  expect((await runBeside('ledger', 'backup', file, '--data', dir)).stdout).toContain(': verified: 1 days, ');
  isDone = true;
  await load;
  expect(readdirSync(dir).filter((name) => name.startsWith('backup'))).toEqual(['backup.bills.db', 'backup.db']);
  expect(await callCommand('ledger', 'backup', file, '--data', dir)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('exists'),
  });
  await running.end('SIGKILL');

  const restored = join(dir, 'restored');
  mkdirSync(restored);
  const said = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  await restoreCommand().parseAsync([file, '--data', restored], { from: 'user' });
  expect(said.mock.lastCall).toEqual([expect.stringContaining('ledger.db: verified: 1 days, ')]);
  said.mockRestore();
  ledger = await startLedgerProcess(restored);
  await send(ledger, 3);
  expect((await callCommand('ledger', 'verify', '--data', restored)).code).toBe(0);
});

test('books that are wrong fail verification by name, and are not taken for a backup', async () => {
  ledger = await startLedgerProcess(dir);
  await send(ledger, 5);
  await ledger.end('SIGTERM');
  const database = new DatabaseSync(join(dir, 'ledger.db'));
  database.exec('UPDATE book SET cost = cost + 1');
  database.close();
  const { code, stdout } = runCommand('ledger', 'verify', '--data', dir);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^\d{4}-\d\d-\d\d: .*calls and cost by labels.*counted .*kept /m);
  expect(stdout).toMatch(/^wrong: \d+ sums differ in 1 days, 5 calls/m);
  const file = join(dir, 'backup.db');
  expect(await callCommand('ledger', 'backup', file, '--data', dir)).toMatchObject({ code: 1, stdout: '' });
  expect(existsSync(file)).toBe(false);
});

test('a directory without books, and a place that cannot be written, are named', async () => {
  expect(await callCommand('ledger', 'verify', '--data', dir)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no books in'),
  });
  writeFileSync(join(dir, 'ledger.db'), 'not a database, but long enough to look at');
  expect((await callCommand('ledger', 'verify', '--data', dir)).code).toBe(1);
});
