import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { REGISTER, runLoad } from './runLoad.ts';
import { Stack } from './Stack.ts';
import { truthCost } from './truthCost.ts';
import { until } from './until.ts';

let stack: Stack;

before(async () => {
  stack = await Stack.start();
});
after(() => stack.end());

const counted = (text: string) =>
  [...text.matchAll(/^genai_cost_usd_total\{.*\} (\S+)$/gm)].reduce((sum, match) => sum + Number(match[1]), 0);

test('a ledger killed and ended under load loses and doubles nothing', { timeout: 180_000 }, async () => {
  // A process that ends while the ledger is down waits 3 s for it. Here nothing may depend on how fast it starts again.
  const patience = { 'flush-seconds': 90 };
  const load = { calls: 1500, concurrency: 24, seed: 'crash', 'stream-share': 0.2, 'retry-share': 0, ...patience };
  let isOver = false;
  const running = runLoad(stack, load, { imports: [REGISTER] }).finally(() => (isOver = true));
  let kills = 0;
  let seen = 0;
  while (!isOver && kills < 3) {
    await sleep(700);
    const before = counted(await stack.metrics());
    assert.ok(before >= seen, 'counters never fall, restarts included');
    seen = before;
    await stack.endLedger(kills === 1 ? 'SIGTERM' : 'SIGKILL');
    await sleep(300);
    await stack.startLedger();
    kills += 1;
  }
  assert.ok(kills >= 2, 'the ledger went down while calls were made');
  const { code, err } = await running;
  assert.equal(code, 0, err);

  const truth = await stack.truth();
  const requests = await until(
    () => stack.bookedRequests(),
    (count) => count >= truth.length
  );
  assert.equal(requests, truth.length);
  assert.equal(await stack.bookedNanoUsd(), truthCost(truth));
});
