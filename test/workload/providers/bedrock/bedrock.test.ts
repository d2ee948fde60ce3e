import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ATTRIBUTE } from '@ai-finops/instrumentation/contract';
import { createPriceBook, priceCall, splitUsage } from '@ai-finops/instrumentation/pricing';
import type { DecodedRecord } from '../../sink/decodeRecords.ts';
import { recordedUsage } from '../recordedUsage.ts';
import { runInstrumented } from '../runInstrumented.ts';
import type { BedrockTruth } from './bedrockTruth.ts';
import { startBedrock, type Bedrock } from './startBedrock.ts';

const PROGRAM = fileURLToPath(import.meta.resolve('./callBedrock.ts'));
const prices = createPriceBook();

for (const isHttp1 of [false, true]) {
  describe(`the AWS SDK over ${isHttp1 ? 'HTTP/1.1' : 'HTTP/2'}`, () => {
    let bedrock: Bedrock;
    let plain: string;
    let output: string;
    let byId: Map<string, DecodedRecord>;
    let records: readonly DecodedRecord[];

    before(async () => {
      bedrock = await startBedrock({ isHttp1 });
      const env: Record<string, string> = { BEDROCK_URL: bedrock.url, ...(isHttp1 && { BEDROCK_HTTP1: '1' }) };
      plain = (await runInstrumented(PROGRAM, env)).output;
      (bedrock.truth as BedrockTruth[]).length = 0;
      const run = await runInstrumented(PROGRAM, {
        ...env,
        AI_FINOPS_PROVIDERS: `${new URL(bedrock.url).host}=aws.bedrock`,
      });
      ({ output, records } = run);
      byId = new Map(records.map((record) => [String(record.attributes.get(ATTRIBUTE.responseId)), record]));
    });
    after(() => bedrock.close());

    test('the application gets what it gets without us, and no handler fails', () => {
      assert.equal(output, plain);
      assert.match(output, /handler errors 0 /);
    });

    test('each attempt has one record, which agrees with the books', () => {
      assert.equal(records.length, bedrock.truth.length);
      for (const entry of bedrock.truth) {
        const record = byId.get(entry.requestId);
        assert.ok(record, `${entry.operation} ${entry.modelId} is recorded`);
        const { attributes } = record;
        assert.equal(attributes.get(ATTRIBUTE.provider), 'aws.bedrock');
        assert.equal(attributes.get(ATTRIBUTE.status), entry.status, entry.operation);
        assert.equal(attributes.get(ATTRIBUTE.httpStatus), entry.httpStatus);
        assert.equal(attributes.get(ATTRIBUTE.attempt), entry.attempt);
        assert.equal(attributes.get(ATTRIBUTE.serviceTier), entry.serviceTier);
        assert.ok(entry.modelId.endsWith(String(attributes.get(ATTRIBUTE.requestModel))));
        if (entry.status === 'ok') {
          assert.deepEqual(recordedUsage(record), inclusive(entry));
          assert.equal(attributes.get(ATTRIBUTE.usagePartial), undefined);
        } else if (entry.bill === undefined) {
          assert.equal(attributes.get(ATTRIBUTE.inputTokens), undefined);
          assert.equal(attributes.get(ATTRIBUTE.usageUnknown), undefined);
        } else {
          // Ended before its last word: marked as too low, or unknown, never as if it were all.
          const isKnown = attributes.get(ATTRIBUTE.inputTokens) !== undefined;
          assert.equal(attributes.get(ATTRIBUTE.usagePartial), isKnown ? true : undefined);
          assert.equal(attributes.get(ATTRIBUTE.usageUnknown) === undefined, isKnown);
        }
      }
    });

    test('a record is priced as Bedrock bills, by region and profile, or not at all', () => {
      const cost = (model: string, usage: NonNullable<ReturnType<typeof recordedUsage>>) => {
        const quantities = splitUsage(usage);
        assert.ok(!('kind' in quantities));
        const atMs = Date.UTC(2026, 10, 23);
        return priceCall({ quantities, card: prices.resolve({ provider: 'aws.bedrock', model, atMs }) });
      };
      const of = (feature: string) => records.find(({ attributes }) => attributes.get(ATTRIBUTE.feature) === feature);
      const priced = (feature: string) => {
        const record = of(feature);
        assert.ok(record);
        const { attributes } = record;
        const model = attributes.get(ATTRIBUTE.responseModel) ?? attributes.get(ATTRIBUTE.requestModel);
        return cost(String(model), recordedUsage(record) ?? { inputTokens: -1, outputTokens: 0 });
      };
      // 210 × 3.3 + 300 × 16.5 + 4,096 × 0.33 + 768 × 4.125 µUSD, the regional rates of Claude Sonnet 4.5.
      for (const feature of ['f0', 'f3', 'f8', 'f25']) {
        const found = priced(feature);
        assert.equal(found.kind === 'priced' && found.nanoUsd, 10_162_680n, feature);
      }
      // 21 × 3 + 13 × 15 µUSD, the global one; 21 × 3.3 + 13 × 16.5 where a router chose.
      const [global, routed] = [priced('f6'), priced('f5')];
      assert.equal(global.kind === 'priced' && global.nanoUsd, 258_000n);
      assert.equal(routed.kind === 'priced' && routed.nanoUsd, 283_800n);
      assert.deepEqual(priced('f4'), { kind: 'unpriced', reason: 'unknown_model' });
    });

    test('accounts: the AWS account of an ARN, else the long-lived key', () => {
      const account = (feature: string) =>
        records
          .find(({ attributes }) => attributes.get(ATTRIBUTE.feature) === feature)
          ?.attributes.get(ATTRIBUTE.account);
      assert.equal(account('f4'), '123456789012');
      assert.match(String(account('f0')), /^key-[0-9a-f]{12}$/);
      assert.equal(account('f1'), account('f0'));
    });

    test('50 streams at once keep their callers apart', () => {
      const parallel = records.filter(({ attributes }) => attributes.get(ATTRIBUTE.feature) === 'parallel');
      const seen = parallel.map(({ attributes }) => [
        attributes.get(ATTRIBUTE.tenant),
        attributes.get(ATTRIBUTE.inputTokens),
      ]);
      const expected = Array.from({ length: 50 }, (_none, at) => [`t${at}`, 1000 + at]);
      assert.deepEqual(seen.sort(), expected.sort());
    });

    test('a latency that was optimised is said, because it is priced otherwise', () => {
      const record = records.find(({ attributes }) => attributes.get(ATTRIBUTE.feature) === 'f2');
      assert.equal(record?.attributes.get(ATTRIBUTE.speed), 'optimized');
    });
  });
}

function inclusive({ bill, operation, modelId }: BedrockTruth): object {
  assert.ok(bill);
  const { input, output, cacheRead = 0, cacheWrite = 0, cacheWrite1h = 0 } = bill;
  // Only Anthropic's bodies and Converse tell lifetimes.
  const tells = operation.startsWith('converse') || modelId.includes('anthropic');
  return {
    inputTokens: input + cacheRead + cacheWrite,
    outputTokens: output,
    ...(cacheRead > 0 && { cacheReadTokens: cacheRead }),
    ...(cacheWrite > 0 && { cacheWriteTokens: cacheWrite }),
    ...(tells && cacheWrite > cacheWrite1h && { cacheWrite5mTokens: cacheWrite - cacheWrite1h }),
    ...(tells && cacheWrite1h > 0 && { cacheWrite1hTokens: cacheWrite1h }),
  };
}
