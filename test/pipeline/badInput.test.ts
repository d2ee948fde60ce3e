import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { REGISTER, runLoad } from './runLoad.ts';
import { Stack } from './Stack.ts';
import { truthCost } from './truthCost.ts';
import { until } from './until.ts';

let stack: Stack;

before(async () => {
  stack = await Stack.start();
});
after(() => stack.end());

const post = (body: Uint8Array<ArrayBuffer> | string, type: string, headers: Record<string, string> = {}) =>
  fetch(`${stack.intake}/v1/traces`, { method: 'POST', body, headers: { 'content-type': type, ...headers } });

test('malformed OTLP is answered 400 with the reason', async () => {
  const cases: readonly [string, Promise<Response>][] = [
    ['truncated protobuf', post(new Uint8Array([0x0a, 0x7f, 0x01]), 'application/x-protobuf')],
    ['not JSON', post('{"resourceSpans": [', 'application/json')],
    ['not gzip', post('plain', 'application/x-protobuf', { 'content-encoding': 'gzip' })],
    ['JSON of another shape', post('{"resourceSpans": 7}', 'application/json')],
  ];
  for (const [name, asked] of cases) {
    const answer = await asked;
    const said = await answer.text();
    assert.equal(answer.status, 400, name);
    assert.ok(said.length > 5, `${name}: the answer says why`);
    assert.doesNotMatch(said, /\n\s+at /, `${name}: no stack trace`);
  }
});

test('any body gets an answer, and the ledger goes on serving', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, isZipped) => {
      const body = isZipped ? gzipSync(bytes) : bytes;
      const encoding = isZipped ? { 'content-encoding': 'gzip' } : undefined;
      const answer = await post(new Uint8Array(body), 'application/x-protobuf', encoding);
      assert.ok([200, 400].includes(answer.status), `HTTP ${answer.status}`);
      await answer.arrayBuffer();
    }),
    { numRuns: 300 }
  );
  const { code, err } = await runLoad(stack, { calls: 20, seed: 'after', 'retry-share': 0 }, { imports: [REGISTER] });
  assert.equal(code, 0, err);
  const truth = await stack.truth();
  await until(
    () => stack.bookedRequests(),
    (count) => count >= truth.length
  );
  assert.equal(await stack.bookedNanoUsd(), truthCost(truth));
});
