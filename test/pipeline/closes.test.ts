import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { REGISTER, runLoad } from './runLoad.ts';
import { OWN_SDK, SERVICES } from './services.ts';
import { Stack } from './Stack.ts';
import { truthCost } from './truthCost.ts';
import { until } from './until.ts';

/*
 * Calls made yesterday by the real SDKs (the services' clock is moved, nothing else), whatever telemetry they have of their
 * own, closed, scraped or written as blocks: the daily close in Prometheus is the provider's sum.
 */
const DAY_S = 86_400;
const YESTERDAY = './test/pipeline/apps/yesterday.mjs';
const dayEnd = Math.floor(Date.now() / 1000 / DAY_S) * DAY_S;
const toDay = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);

let stack: Stack;

before(async () => {
  stack = await Stack.start();
});
after(() => stack.end());

test('a closed day in Prometheus equals the provider’s sum', async () => {
  const burst = { name: 'a burst', imports: [OWN_SDK, REGISTER], calls: 1500, concurrency: 200 };
  for (const { name, imports, env, calls, concurrency } of [
    ...SERVICES.map((service) => ({ ...service, calls: 40, concurrency: 8 })),
    { ...burst, env: undefined },
  ]) {
    const load = { calls, seed: `yesterday ${name}`, concurrency };
    const { code, err } = await runLoad(stack, load, { imports: [YESTERDAY, ...imports], ...(env && { env }) });
    assert.equal(code, 0, `${name}: ${err}`);
  }
  const truth = await stack.truth();
  assert.ok(truth.length > 1500 + 40 * SERVICES.length);
  await until(
    () => stack.bookedRequests(),
    (count) => count >= truth.length
  );
  const today = (await stack.days()).find(({ day }) => day >= toDay(dayEnd));
  assert.equal(today?.requests ?? '0', '0', 'every call is booked on the day it was made');

  await stack.ledger('close', '--through', toDay(dayEnd - DAY_S), '--api', `http://127.0.0.1:${stack.ports.api}`);
  for (const { day, state } of await stack.days()) {
    assert.equal(state, day < toDay(dayEnd) ? 'closed' : 'open', day);
  }
  const nanoUsd = truthCost(truth, (dayEnd - DAY_S) * 1000);
  assert.equal(await stack.bookedNanoUsd(), nanoUsd);

  await stack.startPrometheus();
  const expected = Number(nanoUsd) / 1e9;
  const isEqual = (value: number | undefined) => Math.abs((value ?? NaN) / expected - 1) <= 1e-9;
  for (const metric of ['genai_daily_cost_usd', 'genai_daily_feature_cost_usd', 'genai_daily_tenant_cost_usd']) {
    const value = await stack.query(`sum(sum_over_time(${metric}[6d1h]))`, dayEnd);
    assert.ok(isEqual(value), `${metric}: PromQL says ${value}, the provider ${expected}`);
  }
  const counted = await until(
    () => stack.query('sum(genai_cost_usd_total)'),
    (value) => isEqual(value)
  );
  assert.ok(isEqual(counted), `live counters over all days say ${counted}, the provider ${expected}`);
});

test('a call that comes late for a closed day is booked as an adjustment that names the day', async () => {
  const before = await stack.days();
  await stack.forgetTruth();
  const imports = [YESTERDAY, REGISTER];
  const { code, err } = await runLoad(stack, { calls: 10, seed: 'late', 'retry-share': 0 }, { imports });
  assert.equal(code, 0, err);
  const nanoUsd = truthCost(await stack.truth(), (dayEnd - DAY_S) * 1000);
  assert.ok(nanoUsd > 0n);
  const adjusted = async () => BigInt((await stack.days()).at(-1)?.adjustmentNanoUsd ?? 0);
  assert.equal(await until(adjusted, (value) => value === nanoUsd), nanoUsd);

  const closed = (days: typeof before) =>
    days
      .filter(({ state }) => state === 'closed')
      .map(({ day, costNanoUsd, requests, adjustmentNanoUsd }) => ({ day, costNanoUsd, requests, adjustmentNanoUsd }));
  const after = await stack.days();
  assert.deepEqual(closed(after), closed(before), 'closed books do not move');
  const restated = after.find(({ state }) => state === 'closed');
  assert.equal(BigInt(restated?.lateNanoUsd ?? 0), nanoUsd, 'the day says what came late for it');
});
