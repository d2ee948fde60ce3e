import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { REGISTER, runLoad } from './runLoad.ts';
import { OWN_SDK, SERVICES } from './services.ts';
import { Stack } from './Stack.ts';
import { truthCost } from './truthCost.ts';
import { until } from './until.ts';

/*
 * N calls through the real SDKs: what the provider counted, priced, equals the ledger's sum to the nano-USD, and the
 * live counters in a real Prometheus to 1e-9; whatever telemetry the service has of its own.
 */
let stack: Stack;
let bookedBefore: { nanoUsd: bigint; requests: number };

before(async () => {
  stack = await Stack.start();
  await stack.startPrometheus();
});
after(() => stack.end());

beforeEach(async () => {
  await stack.forgetTruth();
  bookedBefore = { nanoUsd: await stack.bookedNanoUsd(), requests: await stack.bookedRequests() };
});

async function assertBooksEqualTruth(): Promise<void> {
  const truth = await stack.truth();
  const requests = await until(
    () => stack.bookedRequests(),
    (count) => count - bookedBefore.requests >= truth.length
  );
  assert.equal(requests - bookedBefore.requests, truth.length, 'one record per exchange');
  assert.equal((await stack.bookedNanoUsd()) - bookedBefore.nanoUsd, truthCost(truth), 'the ledger’s sum in nano-USD');
}

async function assertCountersEqualBooks(): Promise<void> {
  const booked = Number(await stack.bookedNanoUsd()) / 1e9;
  const difference = (value: number | undefined) => Math.abs((value ?? NaN) / booked - 1);
  const counted = await until(
    () => stack.query('sum(genai_cost_usd_total)'),
    (value) => difference(value) <= 1e-9
  );
  assert.ok(difference(counted) <= 1e-9, `PromQL says ${counted}, the ledger ${booked}`);
}

for (const { name, imports, env } of SERVICES) {
  test(`a service with ${name}`, async () => {
    const load = { calls: 200, concurrency: 16, seed: name, 'retry-share': 0.1, 'stream-share': 0.5 };
    const { code, out, err } = await runLoad(stack, load, { imports, ...(env && { env }) });
    assert.equal(code, 0, err);
    assert.match(out, /^\{.*\}\s*$/m, 'the service ended as it meant to');
    assert.ok((await stack.truth()).length > 200, 'retries are exchanges of their own');
    await assertBooksEqualTruth();
    await assertCountersEqualBooks();
  });
}

test('a burst of 10,000 calls', { timeout: 240_000 }, async () => {
  const load = { calls: 10_000, concurrency: 200, seed: 'burst', 'retry-share': 0, 'stream-share': 0.1 };
  const { code, err } = await runLoad(stack, load, { imports: [OWN_SDK, REGISTER] });
  assert.equal(code, 0, err);
  assert.equal((await stack.truth()).length, 10_000);
  await assertBooksEqualTruth();
  await assertCountersEqualBooks();
});
