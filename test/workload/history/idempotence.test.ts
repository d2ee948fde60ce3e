import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../pipeline/freePort.ts';
import { expectedTotals } from './expectedTotals.ts';
import { historicItems } from './historicItems.ts';
import { priceOverlayJson } from './priceOverlayJson.ts';
import { sendHistory } from './sendHistory.ts';
import { utcDay } from './utcDay.ts';

const LEDGER = resolve(import.meta.dirname, '../../../instrumentation/ledger/dist/cli/main.js');

interface Day {
  readonly day: string;
  readonly costNanoUsd: string;
}

test('the ledger books the history to the nano-USD, and sending it again changes nothing', async () => {
  const nowMs = Date.now();
  const anchor = utcDay(nowMs);
  const period = { anchor, from: utcDay(nowMs - 4 * 86_400_000), toMs: nowMs, seed: 'again' };
  const expected = Object.fromEntries(expectedTotals(period).byDay);
  const data = mkdtempSync(join(tmpdir(), 'ai-finops-history-'));
  writeFileSync(join(data, 'prices.json'), JSON.stringify(priceOverlayJson(anchor)));
  const [intake, metrics, api] = [await freePort(), await freePort(), await freePort()];
  const ports = ['--intake-port', intake, '--metrics-port', metrics, '--api-port', api].map(String);
  const args = [LEDGER, 'ledger', '--data', data, '--prices', join(data, 'prices.json'), ...ports];
  const ledger = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(ledger, 'exit');
  const booked = async (): Promise<Record<string, bigint>> => {
    const answer = (await (await fetch(`http://127.0.0.1:${api}/api/v1/days`)).json()) as { days: Day[] };
    return Object.fromEntries(answer.days.map(({ day, costNanoUsd }) => [day, BigInt(costNanoUsd)]));
  };
  const records = [...historicItems(period)].flat().length;
  const spansBooked = async (): Promise<number> => {
    const text = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
    return Number(/^ai_finops_ledger_spans_booked_total (\d+)$/m.exec(text)?.[1]);
  };
  try {
    while (
      await booked().then(
        () => false,
        () => ledger.exitCode === null
      )
    ) {
      await sleep(50);
    }
    const endpoint = `http://127.0.0.1:${intake}`;
    for (const _time of ['first', 'again']) {
      const { rejected, message } = await sendHistory({ endpoint, days: historicItems(period) });
      assert.equal(rejected, 0, message);
      assert.deepEqual(await booked(), expected);
      assert.equal(await spansBooked(), records);
    }
  } finally {
    ledger.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
});
