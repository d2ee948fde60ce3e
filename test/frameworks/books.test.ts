import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { node } from '../../provisioning/embedded/install.mjs';
import { runService } from '../pipeline/runService.ts';
import { Stack } from '../pipeline/Stack.ts';
import { truthCost } from '../pipeline/truthCost.ts';
import { until } from '../pipeline/until.ts';

/*
 * The real ledger gets our records and the frameworks' spans of the same calls, in either order: its sum is what the
 * provider counted, to the nano-USD.
 */
const TELEMETRY = {
  own: ['--import', './test/frameworks/apps/telemetry.mjs'],
  openai6: ['--require', './test/frameworks/openai-6-service/telemetry.cjs'],
};
const APPS = [
  { app: 'apps/anthropicNative.mjs', flags: TELEMETRY.own },
  { app: 'apps/aiSdk.mjs', flags: TELEMETRY.own },
  { app: 'openai-6-service/main.cjs', flags: TELEMETRY.openai6 },
];
const ORDERS = [
  // Milliseconds until the service's SDK exports a span; our records go out at the end of the program.
  { order: 'spans first', delay: '1' },
  { order: 'spans last', delay: '60000' },
];

let stack: Stack;
before(async () => {
  stack = await Stack.start();
});
after(() => stack.end());
beforeEach(() => stack.forgetTruth());

for (const { app, flags } of APPS) {
  for (const { order, delay } of ORDERS) {
    test(`${app}, ${order}`, async () => {
      const [requests, nanoUsd] = [await stack.bookedRequests(), await stack.bookedNanoUsd()];
      const { code, err } = await runService(`test/frameworks/${app}`, [], {
        nodePath: node,
        flags: [...flags, '--import', '@ai-finops/instrumentation/register'],
        env: { ...stack.serviceEnvironment, OTEL_BSP_SCHEDULE_DELAY: delay },
      });
      assert.equal(code, 0, err);
      const truth = await stack.truth();
      assert.ok(truth.length >= 2, 'calls were made');
      const booked = await until(
        () => stack.bookedRequests(),
        (count) => count - requests >= truth.length
      );
      assert.equal(booked - requests, truth.length, 'one request an exchange');
      assert.equal((await stack.bookedNanoUsd()) - nanoUsd, truthCost(truth));
    });
  }
}
