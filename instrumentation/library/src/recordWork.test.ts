import { trace } from '@opentelemetry/api';
import { TracerProvider } from '@opentelemetry/sdk-trace';
import fc from 'fast-check';
import { otlpSink, type OtlpSink } from '../testing/otlpSink.ts';
import { WORK_SCOPE } from './contract/index.ts';
import { flush, instrument, recordOutcome, recordQuality, shutdown, withAttribution } from './index.ts';
import { running } from './running.ts';

let sink: OtlpSink;
beforeAll(async () => {
  sink = await otlpSink();
  instrument({ endpoint: sink.url, team: 'core', users: 'allow' });
});
beforeEach(() => (sink.spans.length = 0));
afterAll(async () => {
  await shutdown();
  await sink.close();
});

async function sent() {
  expect(await flush()).toBe(true);
  return sink.spans;
}
const AT = new Date('2026-11-20T10:00:00.123Z');

it('sends outcomes on the attribution in force', async () => {
  withAttribution({ feature: 'triage', tenant: 'ann@example.com', task: 't-1', user: 'u', requestPath: '/a' }, () => {
    expect(recordOutcome({ unit: 'ticket_resolved', count: 3, at: AT })).toBe(true);
    expect(recordOutcome({ feature: 'other', unit: 'page' })).toBe(true);
  });
  const [first, second] = await sent();
  expect(first).toMatchObject({
    scope: WORK_SCOPE,
    name: 'ai_finops.outcome',
    start: BigInt(AT.getTime()) * 1_000_000n,
    end: BigInt(AT.getTime()) * 1_000_000n,
    attributes: {
      'gen_ai.operation.name': 'ai_finops.outcome',
      'ai_finops.feature': 'triage',
      'ai_finops.tenant': expect.stringMatching(/^email-/),
      'ai_finops.team': 'core',
      'ai_finops.task': 't-1',
      'ai_finops.work.unit': 'ticket_resolved',
      'ai_finops.work.count': 3,
    },
  });
  expect(Object.keys(first?.attributes ?? {})).not.toContain('user.id');
  expect(second?.attributes).toMatchObject({ 'ai_finops.feature': 'other', 'ai_finops.work.count': 1 });
});

it('sends what outcomes were worth, digit by digit, and refuses what is no amount', async () => {
  for (const [valueUsd, text] of [
    ['12.50', '12.50'],
    ['0.000000001', '0.000000001'],
    [0.1 + 0.2, '0.300000000'],
    [0, '0.000000000'],
    ['100000', '100000'],
  ] as const) {
    expect(recordOutcome({ feature: 'f', unit: 'u', valueUsd })).toBe(true);
    expect((await sent()).at(-1)?.attributes['ai_finops.work.value_usd']).toBe(text);
  }
  sink.spans.length = 0;
  for (const valueUsd of [
    '',
    ' 1',
    '-1',
    '1e3',
    '1.0000000001',
    '100000.01',
    'NaN',
    '0x1',
    -0.01,
    NaN,
    Infinity,
    1e6,
  ]) {
    expect([valueUsd, recordOutcome({ feature: 'f', unit: 'u', valueUsd })]).toEqual([valueUsd, false]);
  }
  expect(await sent()).toEqual([]);
});

it('sends judgements, and puts the conventions’ event on the active span', async () => {
  const span = new TracerProvider().getTracer('app').startSpan('request');
  jest.spyOn(trace, 'getSpan').mockReturnValue(span);
  expect(
    recordQuality({
      feature: 'f',
      score: -0.125,
      evaluator: 'groundedness@3',
      label: 'fail',
      model: 'm',
      responseId: 'r',
    })
  ).toBe(true);
  jest.restoreAllMocks();
  expect((await sent())[0]).toMatchObject({
    scope: WORK_SCOPE,
    attributes: {
      'gen_ai.operation.name': 'ai_finops.quality',
      'gen_ai.evaluation.name': 'groundedness@3',
      'gen_ai.evaluation.score.value': -0.125,
      'gen_ai.evaluation.score.label': 'fail',
      'gen_ai.response.model': 'm',
      'gen_ai.response.id': 'r',
    },
  });
  expect(span).toMatchObject({
    events: [
      {
        name: 'gen_ai.evaluation.result',
        attributes: { 'gen_ai.evaluation.name': 'groundedness@3', 'gen_ai.evaluation.score.value': -0.125 },
      },
    ],
  });
});

it('has the same ids for the same outcome, others for others, and does not send the id', async () => {
  const outcome = { feature: 'f', unit: 'u', id: 'ticket-4711', at: AT };
  recordOutcome(outcome);
  recordOutcome({ ...outcome, count: 2 });
  recordOutcome({ ...outcome, id: 'ticket-4712' });
  recordOutcome({ ...outcome, unit: 'v' });
  recordOutcome({ ...outcome, feature: 'g' });
  recordQuality({ feature: 'f', evaluator: 'u', score: 1, id: 'ticket-4711', at: AT });
  recordOutcome({ feature: 'f', unit: 'u' });
  recordOutcome({ feature: 'f', unit: 'u' });
  const spans = await sent();
  const ids = spans.map(({ traceId, spanId, start }) => `${traceId}${spanId}${start}`);
  expect(ids[1]).toBe(ids[0]);
  expect(new Set(ids).size).toBe(ids.length - 1);
  expect(JSON.stringify(spans.map(({ attributes }) => attributes))).not.toContain('4711');
});

it('never throws, and records only what is a count, a score and a name', async () => {
  const any = fc.anything();
  fc.assert(
    fc.property(any, any, any, any, any, (unit, count, score, id, at) => {
      const isCount = count === undefined || (Number.isSafeInteger(count) && (count as number) >= 1);
      if (recordOutcome({ unit, count, id, at } as never)) {
        expect(isCount).toBe(true);
      }
      if (recordQuality({ evaluator: unit, score, label: count, id, at } as never)) {
        expect(Number.isFinite(score)).toBe(true);
      }
    }),
    { numRuns: 500 }
  );
  const unprintable = { toString: null };
  expect(recordOutcome({ unit: 'u', count: unprintable } as never)).toBe(false);
  expect(recordQuality({ evaluator: 'e', score: unprintable } as never)).toBe(false);
  expect(recordOutcome(undefined as never)).toBe(false);
  expect(recordQuality(undefined as never)).toBe(false);
  expect(recordOutcome({ unit: ' ', count: 1 })).toBe(false);
  expect(recordOutcome({ unit: 'u', count: 0.5 })).toBe(false);
  expect(recordOutcome({ unit: 'u', at: Number.NaN })).toBe(false);
  expect(recordQuality({ evaluator: 'e', score: Number.NaN })).toBe(false);
  await sent();
  expect(running.get()?.health()).toMatchObject({ recorded: 0, handlerErrors: 0 });
});
