import { ATTRIBUTE, type CallStatus } from '@ai-finops/instrumentation/contract';
import type { AttributeValue } from './readSpan.ts';
import { recordedUsage } from './recordedUsage.ts';
import { attributesOf } from './spanAttributes.fixture.ts';

const of = (attributes: Record<string, AttributeValue>, status: CallStatus = 'ok') =>
  recordedUsage(attributesOf(attributes), status);

test('reads what was reported', () => {
  expect(
    of({
      [ATTRIBUTE.inputTokens]: 10,
      [ATTRIBUTE.outputTokens]: '20',
      [ATTRIBUTE.cacheReadTokens]: 4,
      [ATTRIBUTE.usagePartial]: true,
    })
  ).toMatchObject({
    kind: 'reported',
    usage: { inputTokens: 10, outputTokens: 20, cacheReadTokens: 4, cacheWriteTokens: undefined },
    partial: true,
  });
});

test('reads every count that bills', () => {
  const counts = Object.entries(ATTRIBUTE).filter(([key, name]) => /Tokens$|Searches$/.test(key) && name !== undefined);
  const attributes = Object.fromEntries(counts.map(([, name], index) => [name, index + 1]));
  expect(of(attributes)).toEqual({
    kind: 'reported',
    usage: Object.fromEntries(counts.map(([key], index) => [key, index + 1])),
    partial: false,
  });
});

test('embeddings have no output', () => {
  expect(of({ [ATTRIBUTE.inputTokens]: 10 })).toMatchObject({ kind: 'reported', usage: { outputTokens: 0 } });
});

test.each([
  ['ok', { kind: 'unknown', reason: 'not_reported' }],
  ['aborted', { kind: 'unknown', reason: 'not_reported' }],
  ['error', { kind: 'none' }],
  ['refused', { kind: 'none' }],
] as const)('no usage on a call that ended %s', (status, expected) => {
  expect(of({}, status)).toEqual(expected);
});

test('unknown usage keeps its reason, when it is one of ours', () => {
  expect(of({ [ATTRIBUTE.usageUnknown]: 'aborted' }, 'aborted')).toEqual({ kind: 'unknown', reason: 'aborted' });
  expect(of({ [ATTRIBUTE.usageUnknown]: 'x'.repeat(999) })).toEqual({ kind: 'unknown', reason: 'other' });
  expect(of({ [ATTRIBUTE.usageUnknown]: 'error' }, 'error')).toEqual({ kind: 'unknown', reason: 'error' });
});

test.each(['12.5', '-1', 'many', true, null, 100_000_001, 2n ** 62n])('a count of %p is not taken for 0', (count) => {
  expect(of({ [ATTRIBUTE.inputTokens]: 10, [ATTRIBUTE.outputTokens]: count })).toMatchObject({
    kind: 'reported',
    usage: { outputTokens: NaN },
  });
});
