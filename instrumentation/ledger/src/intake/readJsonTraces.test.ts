import { MONEY_SCOPE } from '@ai-finops/instrumentation/contract';
import fc from 'fast-check';
import { MalformedBody } from './malformedBody.ts';
import { readJsonTraces } from './readJsonTraces.ts';
import type { ReadSpan } from './readSpan.ts';
import { SLOT } from './wantedAttributes.ts';

function read(body: string | Buffer): ReadSpan[] {
  const spans: ReadSpan[] = [];
  readJsonTraces(Buffer.from(body), {
    takerOf: (scope) => (scope === MONEY_SCOPE ? (span) => spans.push(span) : undefined),
    passedOver: () => undefined,
  });
  return spans;
}

const request = (span: object) =>
  JSON.stringify({ resourceSpans: [{ scopeSpans: [{ scope: { name: MONEY_SCOPE }, spans: [span] }] }] });

test.each([
  ['nothing', ''],
  ['text', 'hello'],
  ['cut off', '{"resourceSpans":['],
  ['null', 'null'],
  ['an array', '[]'],
  ['a number', '7'],
  ['resourceSpans that are no array', '{"resourceSpans":{}}'],
  ['resourceSpans of no objects', '{"resourceSpans":[1]}'],
  ['a scope that is text', '{"resourceSpans":[{"scopeSpans":[{"scope":"x"}]}]}'],
  ['spans that are no array', request({}).replace('[{}]', '{}')],
  ['an id that is a number', request({ traceId: 7 })],
  ['a time that is none', request({ startTimeUnixNano: 'yesterday' })],
  ['a time past 64 bits', request({ startTimeUnixNano: '18446744073709551616' })],
  ['an integer that is none', request({ attributes: [{ key: 'ai_finops.attempt', value: { intValue: '1.5' } }] })],
  ['attributes that are no array', request({ attributes: 'x' })],
])('%s is malformed', (_what, body) => {
  expect(() => read(body)).toThrow(MalformedBody);
});

test('bytes that are not UTF-8 are malformed', () => {
  expect(() => read(Buffer.from([0x7b, 0xff, 0x7d]))).toThrow(MalformedBody);
});

test('any JSON is read or malformed, nothing else', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (span, attributes) => {
      for (const body of [
        JSON.stringify(span),
        request({ ...Object(span), attributes }),
        request({ attributes: [attributes] }),
      ]) {
        try {
          read(body);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedBody);
        }
      }
    })
  );
});

test('ids are hex in either case; what is not hex is no id', () => {
  const traceId = 'ABCDEF00ABCDEF00ABCDEF00ABCDEF00';
  const [upper, none] = ['ABCDEF0011223344', 'zz'].flatMap((spanId) => read(request({ traceId, spanId })));
  expect(upper?.key?.toString('hex')).toBe('abcdef00abcdef00abcdef00abcdef00abcdef0011223344');
  expect(none).toMatchObject({ key: undefined, parentSpanId: null });
});

test('64-bit integers come as text or as numbers', () => {
  const [span] = read(
    request({
      startTimeUnixNano: '1795305600000000001',
      endTimeUnixNano: 1795305600000,
      attributes: [
        { key: 'gen_ai.usage.input_tokens', value: { intValue: '12' } },
        { key: 'gen_ai.usage.output_tokens', value: { intValue: 7 } },
      ],
    })
  );
  expect(span?.startUs).toBe(1_795_305_600_000_000);
  expect(span?.endUs).toBe(1_795_305_600);
  expect(span?.attributes.at(SLOT.inputTokens)).toBe(12);
  expect(span?.attributes.at(SLOT.outputTokens)).toBe(7);
});
