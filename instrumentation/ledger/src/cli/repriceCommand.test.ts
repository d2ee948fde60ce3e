import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CALL_NANO_USD, traceRequest } from '../intake/traceRequest.fixture.ts';
import { dayText } from '../store/dayText.ts';
import { eventDay } from '../store/eventDay.ts';
import { callCommand } from './callCommand.fixture.ts';
import { runBeside, runCommand, startLedgerProcess, type LedgerProcess } from './ledgerProcess.fixture.ts';

const CALLS = 7;
let dir: string;
let ledger: LedgerProcess | undefined;

beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'reprice-'))));

afterEach(async () => {
  await ledger?.end('SIGKILL');
  ledger = undefined;
  rmSync(dir, { recursive: true });
});

test('a discount agreed on late: shown beside the ledger, booked once it has stopped, once', async () => {
  const running = await startLedgerProcess(dir);
  ledger = running;
  const spans = Array.from({ length: CALLS }, () => ({
    traceId: randomBytes(16),
    spanId: randomBytes(8),
    startMs: Date.now(),
  }));
  const body = new Uint8Array(traceRequest(spans).protobuf);
  const headers = { 'content-type': 'application/x-protobuf' };
  expect((await fetch(running.intake, { method: 'POST', body, headers })).status).toBe(200);
  const prices = join(dir, 'prices.yaml');
  writeFileSync(prices, `contracts:\n  - { provider: openai, from: '2026-01-01', discountPercent: '10' }\n`);
  const [from, to] = [-1, 0].map((offset) => dayText(eventDay(Date.now()) + offset));
  const range = ['ledger', 'reprice', '--from', String(from), '--to', String(to), '--data', dir, '--prices', prices];

  const dry = JSON.parse((await runBeside(...range, '--dry-run', '--json')).stdout);
  const after = (CALL_NANO_USD * BigInt(CALLS) * 9n) / 10n;
  expect(dry).toMatchObject({
    booked: false,
    total: {
      calls: CALLS,
      changed: CALLS,
      beforeNanoUsd: String(CALL_NANO_USD * BigInt(CALLS)),
      afterNanoUsd: String(after),
    },
    groups: [{ provider: 'openai', changed: CALLS }],
  });
  const refused = await callCommand(...range);
  expect(refused).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('--dry-run shows the difference'),
  });

  const counter = async (of: LedgerProcess) =>
    /^genai_cost_usd_total.*$/m.exec(await (await fetch(`${of.metrics}/metrics`)).text())?.[0];
  const counted = await counter(running);
  await running.end('SIGTERM');
  expect(runCommand(...range).stdout).toMatch(
    /^feature .*\n.*\ntotal .*\nbooked for 1 days on \d{4}-\d\d-\d\d: 7 of 7 calls\n$/
  );
  expect((await callCommand(...range)).stdout).toBe('nothing to correct: 7 calls cost what the cards say\n');
  expect(await callCommand('ledger', 'verify', '--data', dir)).toMatchObject({ code: 0 });

  ledger = await startLedgerProcess(dir, ['--prices', prices]);
  expect(await counter(ledger)).toBe(counted);
  const open = /^genai_open_day_cost_usd\{.*\} (\S+)$/m.exec(
    await (await fetch(`${ledger.metrics}/metrics`)).text()
  )?.[1];
  expect(BigInt(Math.round(Number(open) * 1e9))).toBe(after);
});

test('a range that runs backwards is named', async () => {
  const range = ['--from', '2026-11-22', '--to', '2026-11-21'];
  const { stderr } = await callCommand('ledger', 'reprice', ...range, '--data', dir);
  expect(stderr).toContain('--from 2026-11-22 is after --to 2026-11-21');
});
