import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runService } from './runService.ts';
import { Stack } from './Stack.ts';

/* Outcomes and judgements by the real library, closed: the close says what was recorded, once each, whatever happened. */
const DAY_MS = 86_400_000;
const dayEndMs = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const day = new Date(dayEndMs - DAY_MS).toISOString().slice(0, 10);

let stack: Stack;

before(async () => {
  stack = await Stack.start();
});
after(() => stack.end());

async function record(): Promise<void> {
  const env = { ...stack.serviceEnvironment, AT: String(dayEndMs - DAY_MS / 2) };
  const { code, out, err } = await runService('test/pipeline/apps/work.mjs', [], { env });
  assert.equal(code, 0, err);
  assert.equal(out, 'true', 'everything was acknowledged');
}

async function closes(): Promise<string[]> {
  const text = await (await fetch(`http://127.0.0.1:${stack.ports.metrics}/metrics/closes`)).text();
  return text
    .split('\n')
    .filter((line) => /^genai_daily_(work|quality)/.test(line) && line.endsWith(` ${dayEndMs}`))
    .sort();
}

test('what is recorded closes equal, once, though the ledger was killed and it was all sent again', async () => {
  await record();
  await stack.endLedger('SIGKILL');
  await stack.startLedger();
  await record();
  await stack.ledger('close', '--through', day, '--api', `http://127.0.0.1:${stack.ports.api}`);
  const quality = 'feature="triage",request_type="agent",model="gpt-5-mini",evaluator="grounded@3"';
  assert.deepEqual(await closes(), [
    `genai_daily_quality_count{${quality}} 25 ${dayEndMs}`,
    `genai_daily_quality_sum{${quality}} 0.175 ${dayEndMs}`,
    // Without an id each report is a new one.
    `genai_daily_work_units{feature="reports",unit="page"} 6 ${dayEndMs}`,
    `genai_daily_work_units{feature="triage",unit="ticket"} 40 ${dayEndMs}`,
  ]);
  assert.match(await stack.ledger('verify', '--data', `${stack.data}/ledger`), /^verified: /);
});

test('what comes late leaves the close alone', async () => {
  const before = await closes();
  await record();
  assert.deepEqual(await closes(), before);
  // Since the ledger was started anew: the pages of the second time and of this one, an adjustment.
  assert.match(await stack.metrics(), /^ai_finops_ledger_spans_booked_total 2$/m);
});
