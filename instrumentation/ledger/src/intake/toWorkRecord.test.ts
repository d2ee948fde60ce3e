import { ATTRIBUTE, WORK_ATTRIBUTE, WORK_OPERATION, WORK_SCOPE } from '@ai-finops/instrumentation/contract';
import fc from 'fast-check';
import { decodeTraces } from './decodeTraces.ts';
import { traceRequest, type FixtureValue } from './traceRequest.fixture.ts';

const OUTCOME = {
  [ATTRIBUTE.operation]: WORK_OPERATION.outcome,
  [ATTRIBUTE.feature]: 'triage',
  [ATTRIBUTE.tenant]: 'acme',
  [WORK_ATTRIBUTE.unit]: 'ticket_resolved',
  [WORK_ATTRIBUTE.count]: 3,
};
const QUALITY = {
  [ATTRIBUTE.operation]: WORK_OPERATION.quality,
  [ATTRIBUTE.feature]: 'triage',
  [ATTRIBUTE.requestType]: 'agent',
  [ATTRIBUTE.responseModel]: 'gpt-5-mini',
  [WORK_ATTRIBUTE.evaluator]: 'grounded@3',
  [WORK_ATTRIBUTE.score]: 0.875,
};

/** What both encodings say alike. */
function read(...spans: Readonly<Record<string, FixtureValue>>[]) {
  const bodies = traceRequest(
    spans.map((attributes) => ({ startMs: 1_795_305_600_000, attributes })),
    { scope: WORK_SCOPE, environment: 'prod' }
  );
  const [protobuf, json] = (['protobuf', 'json'] as const).map((encoding) =>
    decodeTraces({ bytes: new Uint8Array(bodies[encoding]), encoding, gzip: false }, 1_048_576)
  );
  expect(json).toEqual(protobuf);
  return protobuf as NonNullable<typeof protobuf>;
}

test('outcomes and judgements are read, cleaned, with the environment of the resource', () => {
  const { work, records, received } = read(OUTCOME, QUALITY);
  expect({ records, received }).toEqual({ records: [], received: 2 });
  const common = { feature: 'triage', team: 'unallocated', environment: 'prod' };
  expect(work).toMatchObject([
    {
      atUs: 1_795_305_600_000_000,
      labels: { ...common, kind: 'outcome', request_type: 'unallocated', model: '', name: 'ticket_resolved' },
      tenant: 'acme',
      amount: 3,
    },
    {
      labels: { ...common, kind: 'quality', request_type: 'agent', model: 'gpt-5-mini', name: 'grounded@3' },
      amount: 875_000,
    },
  ]);
});

test.each<[string, Record<string, FixtureValue>]>([
  ['another operation', { ...OUTCOME, [ATTRIBUTE.operation]: 'chat' }],
  ['no unit', { ...OUTCOME, [WORK_ATTRIBUTE.unit]: '  ' }],
  ['no count', { ...OUTCOME, [WORK_ATTRIBUTE.count]: null }],
  ['a count of nothing', { ...OUTCOME, [WORK_ATTRIBUTE.count]: 0 }],
  ['a count that is no whole number', { ...OUTCOME, [WORK_ATTRIBUTE.count]: 1.5 }],
  ['a count that would fill the books', { ...OUTCOME, [WORK_ATTRIBUTE.count]: 10n ** 18n }],
  ['a value with a sign', { ...OUTCOME, [WORK_ATTRIBUTE.valueUsd]: '-1' }],
  ['a value in words', { ...OUTCOME, [WORK_ATTRIBUTE.valueUsd]: 'much' }],
  ['a value finer than nano-USD', { ...OUTCOME, [WORK_ATTRIBUTE.valueUsd]: '0.0000000001' }],
  ['a value that would fill the books', { ...OUTCOME, [WORK_ATTRIBUTE.valueUsd]: '100000.000000001' }],
  ['no evaluator', { ...QUALITY, [WORK_ATTRIBUTE.evaluator]: null }],
  ['a score in words', { ...QUALITY, [WORK_ATTRIBUTE.score]: 'good' }],
  ['a score out of bounds', { ...QUALITY, [WORK_ATTRIBUTE.score]: -1_000_000.5 }],
])('%s is refused, and said so', (_what, attributes) => {
  expect(read(attributes, OUTCOME)).toMatchObject({ work: [{ amount: 3 }], invalid: { invalid_work: 1 }, received: 2 });
});

test('what outcomes were worth is read to the nano-USD', () => {
  const worth = (value: FixtureValue) => read({ ...OUTCOME, [WORK_ATTRIBUTE.valueUsd]: value }).work[0]?.valueNanoUsd;
  expect(worth('12.50')).toBe(12_500_000_000n);
  expect(worth('0.000000001')).toBe(1n);
  expect(worth('100000')).toBe(10n ** 14n);
  expect(worth(3)).toBe(3_000_000_000n);
  expect(worth(null)).toBeUndefined();
});

test('whatever the values, a span is a record of whole bounded amounts or refused', () => {
  const value = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true, min: -9e15, max: 9e15 }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null)
  );
  const attributes = fc.dictionary(fc.constantFrom(...Object.keys({ ...OUTCOME, ...QUALITY })), value);
  fc.assert(
    fc.property(attributes, fc.constantFrom(OUTCOME, QUALITY), (odd, base) => {
      for (const { amount, labels } of read({ ...base, ...odd }).work) {
        expect(Number.isSafeInteger(amount) && Math.abs(Number(amount)) <= 1e12).toBe(true);
        expect(Object.values(labels).every((text) => text.length <= 128)).toBe(true);
      }
    })
  );
});
