import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import { metrics, SpanKind, SpanStatusCode, trace, type MetricOptions } from '@opentelemetry/api';
import { TracerProvider } from '@opentelemetry/sdk-trace';
import * as conventions from '@opentelemetry/semantic-conventions/incubating';
import { instrument, shutdown, withAttribution } from '@ai-finops/instrumentation';
import { ATTRIBUTE, CLIENT_METRIC, SPAN_SCOPE } from '@ai-finops/instrumentation/contract';
import OpenAI from 'openai';
import { startSink, type Sink } from '../workload/sink/startSink.ts';
import { startProviders, type Providers } from '../workload/providers/startProviders.ts';

interface Ended {
  readonly name: string;
  readonly kind: SpanKind;
  readonly status: { readonly code: SpanStatusCode };
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly instrumentationScope: { readonly name: string };
}
interface Measurement {
  readonly value: number;
  readonly attributes: Readonly<Record<string, unknown>>;
}

const spans: Ended[] = [];
const instruments = new Map<string, MetricOptions | undefined>();
const measured = new Map<string, Measurement[]>();
let providers: Providers;
let sink: Sink;

/** A meter of the application's that keeps what it is given. */
const meter = {
  createHistogram(name: string, options?: MetricOptions) {
    instruments.set(name, options);
    const kept: Measurement[] = [];
    measured.set(name, kept);
    return {
      record: (value: number, attributes: Record<string, unknown>) => void kept.push({ value, attributes }),
    };
  },
};
const measurements = (name: string) => measured.get(name) ?? [];

before(async () => {
  providers = await startProviders({ firstByteMs: 1, paceMs: 0 });
  sink = await startSink();
  const keep = {
    onStart: () => undefined,
    onEnd: (span: unknown) => {
      const ended = span as Ended;
      if (ended.instrumentationScope.name === SPAN_SCOPE) {
        spans.push(ended);
      }
    },
    forceFlush: async () => undefined,
    shutdown: async () => undefined,
  };
  trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [keep] }));
  metrics.setGlobalMeterProvider({ getMeter: () => meter } as never);
  const host = new URL(providers.url).host;
  instrument({ endpoint: sink.endpoint, providers: `${host}/openai=openai,${host}/anthropic=anthropic` });

  const openai = new OpenAI({ apiKey: 'k', baseURL: providers.openaiUrl, maxRetries: 0 });
  const anthropic = new Anthropic({
    apiKey: 'k',
    baseURL: providers.anthropicUrl,
    maxRetries: 0,
    openTelemetry: false,
  } as never);
  const messages = [{ role: 'user' as const, content: 'Where is my order?' }];
  await withAttribution({ feature: 'chat', requestPath: '/chat', featureFlag: 'short:on', task: 't' }, async () => {
    await openai.chat.completions.create({ model: 'gpt-5-mini', messages });
    await openai.embeddings.create({ model: 'text-embedding-3-small', input: 'x' });
    const stream = anthropic.messages.stream({ model: 'claude-opus-4-8', max_tokens: 50, messages });
    await stream.finalMessage();
    const refused = { headers: { 'x-sim': JSON.stringify({ failures: [500] }) } };
    await assert.rejects(openai.chat.completions.create({ model: 'gpt-5-mini', messages }, refused));
  });
  await shutdown();
});
after(() => {
  providers.close();
  sink.close();
  trace.disable();
  metrics.disable();
});

const known = new Set<unknown>(Object.values(conventions));
const own = new Set<unknown>(Object.values(ATTRIBUTE));
const INTEGER = /^gen_ai\.usage\..*tokens$|^server\.port$|^http\.(response\.status_code|request\.resend_count)$/;

test('shows each call as a client span named for its operation and model', () => {
  assert.equal(spans.length, 4);
  for (const { name, kind, attributes } of spans) {
    assert.equal(kind, SpanKind.CLIENT);
    assert.equal(name, `${String(attributes[ATTRIBUTE.operation])} ${String(attributes[ATTRIBUTE.requestModel])}`);
  }
  assert.deepEqual(
    new Set(spans.map(({ attributes }) => attributes[ATTRIBUTE.operation])),
    new Set(['chat', 'embeddings'])
  );
});

test('says what the conventions require, in names they or our contract have, and in their types', () => {
  for (const { attributes } of spans) {
    for (const required of [ATTRIBUTE.operation, ATTRIBUTE.provider, ATTRIBUTE.requestModel, ATTRIBUTE.serverAddress]) {
      assert.equal(typeof attributes[required], 'string', required);
    }
    for (const [name, value] of Object.entries(attributes)) {
      assert.ok(known.has(name) || own.has(name), name);
      if (INTEGER.test(name)) {
        assert.ok(Number.isInteger(value), `${name} ${String(value)}`);
      }
    }
    const reasons = attributes[ATTRIBUTE.finishReasons];
    assert.ok(reasons === undefined || Array.isArray(reasons));
    assert.equal(
      attributes[ATTRIBUTE.requestStream],
      attributes[ATTRIBUTE.provider] === 'anthropic' ? true : undefined
    );
  }
});

test('marks failures, and only those, with an error type', () => {
  assert.equal(spans.filter(({ attributes }) => attributes[ATTRIBUTE.errorType] === '500').length, 1);
  for (const { status, attributes } of spans) {
    const isFailure = attributes[ATTRIBUTE.status] !== 'ok';
    assert.equal(status.code === SpanStatusCode.ERROR, isFailure);
    assert.equal(typeof attributes[ATTRIBUTE.errorType] === 'string', isFailure);
  }
});

test('measures tokens and durations under the conventions’ names, units and buckets', () => {
  assert.deepEqual(
    [...instruments.keys()].filter((name) => !known.has(name)),
    []
  );
  assert.ok(known.has(CLIENT_METRIC.tokenType));
  assert.equal(instruments.get(CLIENT_METRIC.tokenUsage)?.unit, '{token}');
  assert.equal(instruments.get(CLIENT_METRIC.operationDuration)?.unit, 's');
  assert.equal(instruments.get(CLIENT_METRIC.timeToFirstChunk)?.unit, 's');
  assert.deepEqual(
    instruments.get(CLIENT_METRIC.tokenUsage)?.advice?.explicitBucketBoundaries,
    Array.from({ length: 14 }, (_, power) => 4 ** power)
  );
  assert.deepEqual(
    instruments.get(CLIENT_METRIC.operationDuration)?.advice?.explicitBucketBoundaries,
    Array.from({ length: 14 }, (_, power) => 2 ** power / 100)
  );
});

test('measures every call once, with attributes of few values, as the provider counted', () => {
  assert.equal(measurements(CLIENT_METRIC.operationDuration).length, spans.length);
  assert.equal(measurements(CLIENT_METRIC.timeToFirstChunk).length, 1);
  const sum = (type: string) =>
    measurements(CLIENT_METRIC.tokenUsage)
      .filter(({ attributes }) => attributes[CLIENT_METRIC.tokenType] === type)
      .reduce((total, { value }) => total + value, 0);
  const truth = providers.truth();
  assert.ok(truth.length >= 3);
  assert.equal(
    sum('input'),
    truth.reduce((total, { usage }) => total + (usage?.inputTokens ?? 0), 0)
  );
  assert.equal(
    sum('output'),
    truth.reduce((total, { usage }) => total + (usage?.outputTokens ?? 0), 0)
  );
  for (const { value, attributes } of [...measured.values()].flat()) {
    assert.ok(value >= 0);
    assert.deepEqual(
      Object.keys(attributes).filter((name) => name.startsWith('ai_finops.')),
      []
    );
    assert.deepEqual(
      Object.keys(attributes).filter((name) => !known.has(name)),
      []
    );
  }
});
