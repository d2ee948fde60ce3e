import { ROOT_CONTEXT, trace, type Context, type TracerProvider as Provider } from '@opentelemetry/api';
import { AlwaysOffSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import type { CapturedCall } from '../capture/index.ts';
import { PresetIdGenerator } from './presetIdGenerator.ts';
import { SpanShower } from './spanShower.ts';

const PARENT = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', traceFlags: 1 };
const under = trace.setSpanContext(ROOT_CONTEXT, PARENT);

const call = (context: Context): CapturedCall => ({
  provider: 'openai',
  operation: 'chat',
  requestModel: 'm',
  responseModel: undefined,
  responseId: undefined,
  isStream: false,
  finishReason: undefined,
  serviceTier: undefined,
  speed: undefined,
  inferenceGeo: undefined,
  providerCostUsd: undefined,
  usage: { inputTokens: 1, outputTokens: 2 },
  isUsagePartial: false,
  usageUnknown: undefined,
  status: 'error',
  httpStatus: 500,
  errorType: '500',
  attempt: 1,
  account: undefined,
  serverAddress: 'h',
  serverPort: 443,
  startMs: 1763900000123,
  endMs: 1763900000456.5,
  attribution: { feature: 'f', tenant: 't', team: 'x', requestType: 'r', task: undefined, requestPath: undefined },
  context,
});

interface Ended {
  readonly name: string;
  readonly startTime: readonly number[];
  readonly endTime: readonly number[];
  readonly attributes: Record<string, unknown>;
  readonly status: { readonly code: number };
  spanContext(): { readonly traceId: string; readonly spanId: string };
}
let ended: Ended[] = [];
const keep = {
  onStart: () => undefined,
  onEnd: (span: unknown) => void ended.push(span as Ended),
  forceFlush: async () => undefined,
  shutdown: async () => undefined,
};

beforeEach(() => (ended = []));
afterEach(() => trace.disable());

const VALID = { traceId: expect.stringMatching(/^[0-9a-f]{32}$/), spanId: expect.stringMatching(/^[0-9a-f]{16}$/) };
const COST = { nanoUsd: 1_500_000_000, rateCard: 'c', unpricedReason: undefined };

it('shows the call in its parent, at its times, with its cost', () => {
  trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [keep] }));
  const ids = new SpanShower('1').show(call(under), COST);
  const [span] = ended;
  expect(ids).toEqual({ traceId: PARENT.traceId, spanId: span?.spanContext().spanId, parentSpanId: PARENT.spanId });
  expect(span).toMatchObject({
    name: 'chat m',
    startTime: [1763900000, 123000000],
    endTime: [1763900000, 456500000],
    status: { code: 2 },
  });
  expect(span?.attributes).toMatchObject({
    'gen_ai.usage.cost.amount': 1.5,
    'ai_finops.cost.nano_usd': 1_500_000_000,
    'ai_finops.feature': 'f',
  });
});

it('shows what the provider says it charged instead of an estimate', () => {
  trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [keep] }));
  new SpanShower('1').show({ ...call(under), providerCostUsd: '0.25' }, COST);
  expect(ended[0]?.attributes).toMatchObject({
    'gen_ai.usage.cost.amount': 0.25,
    'gen_ai.usage.cost.source': 'provider',
    'ai_finops.rate_card': 'c',
  });
});

it('sets nothing twice: each time costs the application', () => {
  const set: string[] = [];
  const span = Object.assign(trace.wrapSpanContext(PARENT), {
    isRecording: () => true,
    setAttribute: (key: string) => void set.push(key),
  });
  const startSpan = (_name: string, { attributes }: { attributes: object }) => {
    set.push(...Object.keys(attributes));
    return span;
  };
  trace.setGlobalTracerProvider({ getTracer: () => ({ startSpan }) } as unknown as Provider);
  new SpanShower('1').show(call(ROOT_CONTEXT), COST);
  expect(set).toContain('gen_ai.request.model');
  expect(set).toContain('gen_ai.usage.input_tokens');
  expect(new Set(set).size).toBe(set.length);
});

it('has ids of its own where the span is not sampled', () => {
  trace.setGlobalTracerProvider(new TracerProvider({ sampler: new AlwaysOffSampler(), spanProcessors: [keep] }));
  const shower = new SpanShower('1');
  const [first, second] = [shower.show(call(under), undefined), shower.show(call(under), undefined)];
  expect(first).toEqual({ ...VALID, traceId: PARENT.traceId, parentSpanId: PARENT.spanId });
  expect(second.spanId).not.toBe(first.spanId);
  expect(ended).toEqual([]);
});

const broken: [string, Provider][] = [
  [
    'hands back the parent',
    { getTracer: () => ({ startSpan: () => trace.wrapSpanContext(PARENT) }) } as unknown as Provider,
  ],
  [
    'has invalid ids',
    {
      getTracer: () => ({ startSpan: () => trace.wrapSpanContext({ traceId: '0', spanId: '0', traceFlags: 0 }) }),
    } as unknown as Provider,
  ],
  [
    'throws',
    {
      getTracer: () => ({
        startSpan: () => {
          throw new Error('no');
        },
      }),
    } as unknown as Provider,
  ],
];
it.each(broken)('has ids of its own where the tracer %s', (_name, provider) => {
  trace.setGlobalTracerProvider(provider);
  const shower = new SpanShower('1');
  const [first, second] = [shower.show(call(under), undefined), shower.show(call(under), undefined)];
  expect(first).toEqual({ ...VALID, traceId: PARENT.traceId, parentSpanId: PARENT.spanId });
  expect(first.spanId).not.toBe(PARENT.spanId);
  expect(second.spanId).not.toBe(first.spanId);
  expect(shower.show(call(ROOT_CONTEXT), undefined)).toEqual({ ...VALID, parentSpanId: undefined });
});

it('shows late, and under the same ids, what ended before the SDK was there', () => {
  const shower = new SpanShower('1');
  shower.awaitSdk();
  const ids = Array.from({ length: 1200 }, () => shower.show(call(ROOT_CONTEXT), undefined));
  const generator = new PresetIdGenerator();
  trace.setGlobalTracerProvider(new TracerProvider({ idGenerator: generator, spanProcessors: [keep] }));
  shower.sdkReady(generator);
  expect(ended.map((span) => span.spanContext().spanId)).toEqual(ids.slice(0, 1000).map(({ spanId }) => spanId));
  expect(ended.map((span) => span.spanContext().traceId)).toEqual(ids.slice(0, 1000).map(({ traceId }) => traceId));
  expect(shower.show(call(ROOT_CONTEXT), undefined)).toEqual({ ...VALID, parentSpanId: undefined });
});
