import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CALL_NANO_USD, traceRequest } from '../intake/traceRequest.fixture.ts';
import { dayText } from '../store/dayText.ts';
import { DAY_MS, eventDay } from '../store/eventDay.ts';
import { startLedgerProcess } from './ledgerProcess.fixture.ts';

test('with a folder for the warehouse, a day is written there once it is closed', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'scheduled-'));
  const out = join(dir, 'calls');
  const ledger = await startLedgerProcess(dir, ['--export-dir', out]);
  try {
    const startMs = Date.now() - 2 * DAY_MS;
    const spans = [1, 2, 3].map(() => ({ traceId: randomBytes(16), spanId: randomBytes(8), startMs }));
    const headers = { 'content-type': 'application/x-protobuf' };
    const body = new Uint8Array(traceRequest(spans).protobuf);
    expect((await fetch(ledger.intake, { method: 'POST', body, headers })).status).toBe(200);
    const day = dayText(eventDay(startMs));
    await fetch(`${ledger.api}/api/v1/closes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ through: day }),
    });
    const manifest = join(out, `day=${day}`, '_manifest.json');
    const exported = async () =>
      /^ai_finops_ledger_exported_calls_total (\d+)$/m.exec(
        await (await fetch(`${ledger.metrics}/metrics`)).text()
      )?.[1];
    while (!existsSync(manifest) || (await exported()) === '0') {
      await sleep(50);
    }
    expect(JSON.parse(readFileSync(manifest, 'utf8'))).toMatchObject({
      ...{ day, calls: 3, costNanoUsd: String(3n * CALL_NANO_USD) },
      parts: [{ file: 'part-00000.jsonl.gz', calls: 3 }],
    });
    expect(await exported()).toBe('3');
  } finally {
    await ledger.end('SIGTERM');
    rmSync(dir, { recursive: true });
  }
});
