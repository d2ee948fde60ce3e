import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ATTRIBUTE } from '@ai-finops/instrumentation/contract';
import { createPriceBook, priceCall, splitUsage } from '@ai-finops/instrumentation/pricing';
import type { DecodedRecord } from '../../sink/decodeRecords.ts';
import { recordedUsage } from '../recordedUsage.ts';
import { runInstrumented } from '../runInstrumented.ts';
import type { GoogleBill } from './googleBill.ts';
import type { GoogleTruth } from './googleTruth.ts';
import { startGoogle, type Google } from './startGoogle.ts';

const PROGRAM = fileURLToPath(import.meta.resolve('./callGoogle.ts'));
const prices = createPriceBook();
let google: Google;
let plain: string;
let output: string;
let records: readonly DecodedRecord[];
const of = (feature: string): DecodedRecord => {
  const found = records.filter(({ attributes }) => attributes.get(ATTRIBUTE.feature) === feature);
  assert.equal(found.length, 1, feature);
  return found[0] as DecodedRecord;
};
const said = (feature: string, name: keyof typeof ATTRIBUTE) => of(feature).attributes.get(ATTRIBUTE[name]);

before(async () => {
  google = await startGoogle();
  const host = new URL(google.url).host;
  plain = (await runInstrumented(PROGRAM, { GOOGLE_URL: google.url })).output;
  (google.truth as GoogleTruth[]).length = 0;
  const providers = `${host}/gemini=gcp.gemini,${host}/vertex=gcp.vertex_ai`;
  ({ output, records } = await runInstrumented(PROGRAM, { GOOGLE_URL: google.url, AI_FINOPS_PROVIDERS: providers }));
});
after(() => google.close());

test('the application gets what it gets without us, and no handler fails', () => {
  assert.equal(output, plain);
  assert.match(output, /handler errors 0 /);
});

test('each attempt has one record, which agrees with the books', () => {
  assert.equal(records.length, google.truth.length);
  for (const [at, entry] of google.truth.entries()) {
    const record = of(`f${at}`);
    const { attributes } = record;
    const where = `f${at} ${entry.method}`;
    assert.equal(attributes.get(ATTRIBUTE.status), entry.status, where);
    assert.equal(attributes.get(ATTRIBUTE.httpStatus), entry.httpStatus, where);
    assert.equal(attributes.get(ATTRIBUTE.requestModel), entry.model, where);
    if (entry.status === 'ok' && entry.method !== 'batchEmbedContents') {
      const { webSearches: _searches, ...usage } = recordedUsage(record) ?? assert.fail(where);
      assert.deepEqual(usage, inclusive(entry.bill ?? assert.fail(where), entry.method === 'predict' ? 2 : 1), where);
      assert.equal(attributes.get(ATTRIBUTE.usagePartial), undefined, where);
    } else if (entry.bill === undefined) {
      assert.equal(attributes.get(ATTRIBUTE.inputTokens), undefined, where);
    } else if (entry.status !== 'ok') {
      assert.equal(attributes.get(ATTRIBUTE.usagePartial), true, where);
      assert.equal(attributes.get(ATTRIBUTE.inputTokens), 5077, where);
    }
  }
});

test('cost: whole requests above 200k, cached and thought tokens, audio, pictures', () => {
  const cost = (feature: string) => {
    const record = of(feature);
    const quantities = splitUsage(recordedUsage(record) ?? assert.fail(feature));
    assert.ok(!('kind' in quantities));
    const card = prices.resolve({
      provider: String(said(feature, 'provider')),
      model: String(said(feature, 'responseModel') ?? said(feature, 'requestModel')),
      atMs: Date.UTC(2026, 10, 23),
    });
    const found = priceCall({ quantities, card, serviceTier: said(feature, 'serviceTier') as string | undefined });
    return found.kind === 'priced' ? found.nanoUsd : found.reason;
  };
  // Gemini 2.5 Flash: 0.3 in, 0.03 cached, 2.5 out, audio 1 and 0.1. 981 × 0.3 + 4,096 × 0.03 + 420 × 2.5 µUSD.
  for (const feature of ['f0', 'f10', 'f14', 'f18']) {
    assert.equal(cost(feature), 1_467_180n, feature);
  }
  // Gemini 2.5 Pro, 200,000 in: 1.25 and 10; one more: 2.5, 0.25 cached, 15 for everything.
  assert.equal(cost('f1'), 250_100_000n);
  assert.equal(cost('f2'), 50_001n * 2500n + 150_000n * 250n + 15n * 15_000n);
  // Audio: 300 new at 1, 200 cached at 0.1; text: 300 new at 0.3, 100 cached at 0.03; 4 out at 2.5.
  assert.equal(cost('f3'), 300_000n + 20_000n + 90_000n + 3_000n + 10_000n);
  // Pictures: 40 in at 0.3, 1,290 out at 30.
  assert.equal(cost('f4'), 12_000n + 38_700_000n);
  // What the catalogue has no price for is not guessed.
  assert.equal(cost('f5'), 'no_rate_web_search');
  assert.equal(cost('f19'), 'service_tier_priority');
  assert.equal(cost('f20'), 'service_tier_provisioned_throughput');
  assert.equal(cost('f21'), 2n * 7n * 150n);
});

test('searches: one a prompt up to Gemini 2, each different query from Gemini 3', () => {
  assert.equal(said('f5', 'webSearches'), 1);
  assert.equal(said('f6', 'webSearches'), 2);
});

test('names: provider, operation, version, finish, tier, account', () => {
  assert.deepEqual([said('f0', 'provider'), said('f18', 'provider')], ['gcp.gemini', 'gcp.vertex_ai']);
  assert.deepEqual([said('f0', 'operation'), said('f21', 'operation')], ['generate_content', 'embeddings']);
  assert.deepEqual(
    [said('f8', 'requestModel'), said('f8', 'responseModel')],
    ['gemini-flash-latest', 'gemini-2.5-flash']
  );
  assert.equal(said('f9', 'serviceTier'), 'flex');
  assert.equal(said('f20', 'serviceTier'), 'PROVISIONED_THROUGHPUT');
  assert.deepEqual(
    [said('f0', 'requestStream'), said('f10', 'requestStream'), said('f14', 'requestStream')],
    [undefined, true, true]
  );
  assert.match(String(said('f0', 'account')), /^key-[0-9a-f]{12}$/);
  assert.equal(said('f18', 'account'), 'shop-prod');
  assert.equal(
    records.some(({ attributes }) => [...attributes.values()].some((value) => /AIza|ya29|order/.test(String(value)))),
    false
  );
});

function inclusive(
  { prompt, candidates, cached = 0, thoughts = 0, toolUse = 0, audio, imagesOut = 0 }: GoogleBill,
  times: number
): object {
  return {
    inputTokens: (prompt + toolUse) * times,
    outputTokens: candidates + thoughts,
    ...(cached > 0 && { cacheReadTokens: cached }),
    ...(thoughts > 0 && { reasoningTokens: thoughts }),
    ...(audio && { audioInputTokens: audio[0], audioCacheReadTokens: audio[1] }),
    ...(imagesOut > 0 && { imageOutputTokens: imagesOut }),
  };
}
