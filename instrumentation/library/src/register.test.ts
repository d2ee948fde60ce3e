import { otlpSink, type OtlpSink } from '../testing/otlpSink.ts';
import { openaiExchange } from '../testing/openaiExchange.ts';
import { providerServer, type ProviderServer } from '../testing/providerServer.ts';
import { runService } from '../testing/runService.ts';
import { MONEY_SCOPE, SPAN_SCOPE } from './contract/index.ts';

let sink: OtlpSink;
let provider: ProviderServer;
beforeAll(async () => {
  sink = await otlpSink();
  provider = await providerServer();
});
beforeEach(() => {
  sink.spans.length = 0;
  provider.answer = {};
});
afterAll(() => Promise.all([sink.close(), provider.close()]));

const env = (more: Record<string, string> = {}) => ({
  AI_FINOPS_ENDPOINT: sink.url,
  AI_FINOPS_PROVIDERS: `${provider.host}/openai=openai,${provider.host}/anthropic=anthropic`,
  OTEL_SERVICE_NAME: 'shop',
  OPENAI_API_KEY: 'k',
  ANTHROPIC_API_KEY: 'k',
  OPENAI_BASE_URL: `${provider.url}/openai/v1`,
  ANTHROPIC_BASE_URL: `${provider.url}/anthropic`,
  ...more,
});
const OPENAI = `import OpenAI from 'openai';
  const chat = () => new OpenAI().chat.completions.create({ model: 'gpt-5-mini', messages: [{ role: 'user', content: 'x' }] });`;
const ANTHROPIC = `import Anthropic from '@anthropic-ai/sdk';
  const message = () => new Anthropic().messages.create({ model: 'claude-opus-4-8', max_tokens: 9, messages: [{ role: 'user', content: 'x' }] });`;
const HEALTH = `const health = () => console.log('health', JSON.stringify(globalThis[Symbol.for('ai-finops.instrumentation.v1')].health()));
  process.on('exit', health);`;

const records = () => sink.spans.filter(({ scope }) => scope === MONEY_SCOPE);
const shown = () => sink.spans.filter(({ scope }) => scope === SPAN_SCOPE);
const ids = (spans: typeof sink.spans) => spans.map(({ traceId, spanId }) => `${traceId}${spanId}`).sort();

it.each(['--import', '--require'] as const)(
  'needs one %s, and sends all before the process ends by itself',
  async (flag) => {
    const run = await runService(`${OPENAI} ${HEALTH} await chat(); await chat(); await chat();`, env(), { flag });
    expect(run).toMatchObject({ code: 0, signal: null });
    expect(run.output).toContain('"handlerErrors":0');
    expect(run.output).toContain('"pending":0');
    expect(records()).toHaveLength(3);
    expect(records()[0]).toMatchObject({
      resource: { 'service.name': 'shop' },
      attributes: {
        'gen_ai.response.id': openaiExchange.id,
        'gen_ai.usage.input_tokens': 1490,
        'ai_finops.feature': 'unallocated',
      },
    });
    // The SDK we start shows the very same calls, also those that ended before it was loaded.
    expect(ids(shown())).toEqual(ids(records()));
  }
);

it('works without an SDK, and a second import changes nothing', async () => {
  const script = `${OPENAI} await import('./src/register.ts?copy'); const { instrument, flush } = await import('./src/index.ts');
    instrument(); await chat(); console.log('flushed', await flush());`;
  const run = await runService(script, env({ AI_FINOPS_SDK: 'off' }));
  expect(run).toMatchObject({ code: 0 });
  expect(run.output).toContain('flushed true');
  expect(sink.spans.map(({ scope }) => scope)).toEqual([MONEY_SCOPE]);
});

it('dies of SIGTERM as before, once it has sent what it had', async () => {
  const script = `${OPENAI} setInterval(() => {}, 1000); await chat(); console.log('ready');`;
  const run = await runService(script, env({ AI_FINOPS_SDK: 'off' }), {
    onOutput: (output, pid) => void (output === 'ready\n' && process.kill(pid, 'SIGTERM')),
  });
  expect(run).toMatchObject({ code: null, signal: 'SIGTERM' });
  expect(records()).toHaveLength(1);
});

it("leaves SIGTERM to the application's own handler", async () => {
  // It ends once nothing waits any more: how long that takes is the machine's.
  const script = `${OPENAI} setInterval(() => {}, 1000);
    const { health } = globalThis[Symbol.for('ai-finops.instrumentation.v1')];
    const end = () => (health().pending === 0 ? process.exit(7) : setTimeout(end, 10));
    process.once('SIGTERM', () => setTimeout(end, 10));
    await chat(); console.log('ready');`;
  const run = await runService(script, env({ AI_FINOPS_SDK: 'off' }), {
    onOutput: (output, pid) => void (output === 'ready\n' && process.kill(pid, 'SIGTERM')),
  });
  expect(run).toMatchObject({ code: 7, signal: null });
  expect(records()).toHaveLength(1);
});

it('lets process.exit() and an unreachable ledger be', async () => {
  const exited = await runService(`${OPENAI} await chat(); process.exit(3);`, env());
  expect(exited.code).toBe(3);
  const down = await runService(`${OPENAI} ${HEALTH} await chat();`, env({ AI_FINOPS_ENDPOINT: 'http://127.0.0.1:9' }));
  expect(down.code).toBe(0);
  expect(down.output).toContain('"delivered":0');
});

it('never throws at bad configuration', async () => {
  const run = await runService(
    `${OPENAI} await chat();`,
    env({
      AI_FINOPS_QUEUE_BYTES: 'many',
      AI_FINOPS_ACCOUNTS: '=,x',
      AI_FINOPS_SDK: 'maybe',
      OTEL_RESOURCE_ATTRIBUTES: '%%%',
    })
  );
  expect(run).toMatchObject({ code: 0 });
  expect(records()).toHaveLength(1);
});

const PROVIDER = (sampler: string) => `
  import { trace, context, propagation } from '@opentelemetry/api';
  import * as sdk from '@opentelemetry/sdk-trace';
  const spans = [];
  const provider = new sdk.TracerProvider({ sampler: ${sampler}, spanProcessors: [{ onStart() {}, onEnd: (span) => spans.push(span), forceFlush: async () => {}, shutdown: async () => {} }] });
  trace.setGlobalTracerProvider(provider);
  process.on('exit', () => console.log('spans', JSON.stringify(spans.map((s) => [s.instrumentationScope.name, s.spanContext().traceId + s.spanContext().spanId, s.attributes['ai_finops.superseded'] ?? null, s.attributes['gen_ai.usage.cost.currency'] ?? null]))));`;

it("shows calls through the application's own tracer, under the record's ids", async () => {
  const run = await runService(`${PROVIDER('undefined')} ${OPENAI} await chat(); await chat();`, env());
  expect(run.code).toBe(0);
  const seen = JSON.parse(/spans (.*)/.exec(run.output)?.[1] ?? '[]') as [string, string, unknown, unknown][];
  expect(seen.map(([scope]) => scope)).toEqual([SPAN_SCOPE, SPAN_SCOPE]);
  expect(seen.map(([, id]) => id).sort()).toEqual(ids(records()));
  // No SDK of ours beside it.
  expect(shown()).toEqual([]);
});

it('records every call that the application does not sample', async () => {
  const script = `${PROVIDER('new sdk.AlwaysOffSampler()')} ${OPENAI} await chat(); await chat();`;
  const run = await runService(script, env());
  expect(run.output).toContain('spans []');
  expect(new Set(ids(records())).size).toBe(2);
});

it('records beside another version of the OpenTelemetry API, registered first', async () => {
  // What a copy of API 1.9.1 leaves behind for the others; ours, being newer, may not use it.
  const script = `${OPENAI} globalThis[Symbol.for('opentelemetry.js.api.1')] = {
      version: '1.9.1', trace: { getTracer: () => ({ startSpan() { throw new Error('not ours'); } }) } };
    await chat(); await chat();`;
  const run = await runService(script, env());
  expect(run).toMatchObject({ code: 0, output: '' });
  expect(new Set(ids(records())).size).toBe(2);
  expect(shown()).toEqual([]);
});

it('gives calls under one parent ids of their own where there is no tracer', async () => {
  const script = `${OPENAI} import { trace, context } from '@opentelemetry/api'; import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    const parent = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', traceFlags: 1 };
    await context.with(trace.setSpanContext(context.active(), parent), async () => { await chat(); await chat(); });`;
  const run = await runService(script, env({ AI_FINOPS_SDK: 'off' }));
  expect(run.output).toBe('');
  expect(new Set(ids(records())).size).toBe(2);
  expect(records()).toMatchObject(
    [1, 2].map(() => ({ traceId: '0af7651916cd43dd8448eb211c80319c', parentSpanId: 'b7ad6b7169203331' }))
  );
});

it("marks the Anthropic SDK's own span, and sends the provider nothing more than before", async () => {
  const headers: string[][] = [];
  provider.server.on('request', (request) => headers.push(Object.keys(request.headers).sort()));
  // The first call starts the SDK; the second one has a native span.
  const script = `${ANTHROPIC} await message(); await new Promise((resolve) => setTimeout(resolve, 1500)); await message();`;
  const run = await runService(script, env());
  expect(run).toMatchObject({ code: 0 });
  const native = sink.spans.filter(({ scope }) => scope.startsWith('com.anthropic'));
  expect(native.map(({ attributes }) => attributes['ai_finops.superseded'])).toEqual([true]);
  expect(records()).toHaveLength(2);
  expect(records().map(({ parentSpanId }) => parentSpanId)).toContain(native[0]?.spanId);
  expect(headers[1]).toEqual(headers[0]);
  expect(headers.flat()).not.toContain('traceparent');
  expect(headers.flat()).not.toContain('baggage');
});
