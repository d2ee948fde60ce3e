import { ATTRIBUTE, CALL_STATUSES } from '@ai-finops/instrumentation/contract';
import fc from 'fast-check';
import type { AttributeValue, ReadSpan } from './readSpan.ts';
import { attributesOf } from './spanAttributes.fixture.ts';
import { toMoneyRecord } from './toMoneyRecord.ts';

function span(attributes: Record<string, AttributeValue> = {}, rest: Partial<ReadSpan> = {}): ReadSpan {
  return {
    key: Buffer.alloc(24, 1),
    parentSpanId: null,
    startUs: 1_795_305_600_000_000,
    endUs: 1_795_305_601_500_000,
    failed: false,
    attributes: attributesOf(attributes),
    resource: attributesOf({ [ATTRIBUTE.environment]: 'prod' }),
    ...rest,
  };
}

test('what nobody named is said to be so', () => {
  expect(toMoneyRecord(span())).toMatchObject({
    startUs: 1_795_305_600_000_000,
    durationUs: 1_500_000,
    parentSpanId: null,
    dimensions: {
      feature: 'unallocated',
      team: 'unallocated',
      request_type: 'unallocated',
      provider: '',
      model: '',
      environment: 'prod',
    },
    tenant: 'unallocated',
    status: 'ok',
    attempt: 1,
    estimateNanoUsd: undefined,
  });
});

test('the model that answered counts, not the one asked for', () => {
  const models = { [ATTRIBUTE.requestModel]: 'gpt-5', [ATTRIBUTE.responseModel]: 'gpt-5-2025-08-07' };
  expect(toMoneyRecord(span(models))?.dimensions.model).toBe('gpt-5-2025-08-07');
  expect(toMoneyRecord(span({ [ATTRIBUTE.requestModel]: 'gpt-5' }))?.dimensions.model).toBe('gpt-5');
});

test.each([
  [{ [ATTRIBUTE.attempt]: 3 }, 3],
  [{ [ATTRIBUTE.resendCount]: 2 }, 3],
  [{ [ATTRIBUTE.attempt]: '2' }, 2],
  [{ [ATTRIBUTE.attempt]: -5 }, 1],
  [{ [ATTRIBUTE.attempt]: 'third' }, 1],
  [{ [ATTRIBUTE.attempt]: 2n ** 60n }, 1_000],
])('%p is attempt %d', (attributes, attempt) => {
  expect(toMoneyRecord(span(attributes))?.attempt).toBe(attempt);
});

test('a status that is none of ours follows the span', () => {
  expect(toMoneyRecord(span({ [ATTRIBUTE.status]: 'weird' }, { failed: true }))?.status).toBe('error');
  expect(toMoneyRecord(span({ [ATTRIBUTE.status]: 'aborted' }, { failed: true }))?.status).toBe('aborted');
});

test('what has no ids is refused', () => {
  expect(toMoneyRecord(span({}, { key: undefined }))).toBeUndefined();
});

const anyAttribute: fc.Arbitrary<AttributeValue> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.double(),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.boolean(),
  fc.constant(null)
);
const micros = fc.nat(2 ** 53 - 1);

test('takes any values without throwing, and keeps every one in bounds', () => {
  const attributes = fc.dictionary(fc.constantFrom(...Object.values(ATTRIBUTE)), anyAttribute, { maxKeys: 40 });
  fc.assert(
    fc.property(attributes, micros, micros, (values, startUs, endUs) => {
      const record = toMoneyRecord(span(values, { startUs, endUs }));
      expect(CALL_STATUSES).toContain(record?.status);
      expect(record?.attempt).toBeGreaterThanOrEqual(1);
      expect(record?.durationUs).toBeGreaterThanOrEqual(0);
      for (const text of [
        record?.tenant,
        record?.task,
        record?.requestPath,
        ...Object.values(record?.dimensions ?? {}),
      ]) {
        expect(text?.length).toBeLessThanOrEqual(128);
      }
    })
  );
});

test.each([
  [{ [ATTRIBUTE.serviceTier]: 'default' }, 'default'],
  [{ [ATTRIBUTE.serviceTier]: 'standard', [ATTRIBUTE.speed]: 'fast' }, 'fast'],
  [{ [ATTRIBUTE.serviceTier]: 'batch', [ATTRIBUTE.inferenceGeo]: 'us' }, 'batch+geo_us'],
  [{ [ATTRIBUTE.inferenceGeo]: 'not_available' }, ''],
])('%j is one service tier', (attributes, tier) => {
  expect(toMoneyRecord(span(attributes))?.dimensions.service_tier).toBe(tier);
});

test.each([
  [
    { [ATTRIBUTE.costAmount]: 0.5, [ATTRIBUTE.costSource]: 'provider' },
    { amount: 0.5, currency: undefined },
  ],
  [
    { [ATTRIBUTE.costAmount]: '0.5', [ATTRIBUTE.costCurrency]: 'EUR', [ATTRIBUTE.costSource]: 'provider' },
    { amount: '0.5', currency: 'EUR' },
  ],
  [
    { [ATTRIBUTE.costAmount]: 1n, [ATTRIBUTE.costSource]: 'provider' },
    { amount: '1', currency: undefined },
  ],
  [
    { [ATTRIBUTE.costAmount]: null, [ATTRIBUTE.costSource]: 'provider' },
    { amount: 'null', currency: undefined },
  ],
  [{ [ATTRIBUTE.costAmount]: 0.5, [ATTRIBUTE.costSource]: 'local' }, undefined],
  [{ [ATTRIBUTE.costAmount]: 0.5 }, undefined],
])('%# only what the provider charged is a cost', (attributes, cost) => {
  expect(toMoneyRecord(span(attributes))?.providerCost).toEqual(cost);
});
