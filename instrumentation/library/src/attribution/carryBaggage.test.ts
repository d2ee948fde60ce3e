import type { IncomingHttpHeaders } from 'node:http';
import { otlpSink, type OtlpSink } from '../../testing/otlpSink.ts';
import { providerServer, type ProviderServer } from '../../testing/providerServer.ts';
import { runService } from '../../testing/runService.ts';
import { serve, type Served } from '../../testing/serve.ts';

let provider: ProviderServer;
let other: Served;
let sink: OtlpSink;
const toProvider: IncomingHttpHeaders[] = [];
const toOther: IncomingHttpHeaders[] = [];
beforeAll(async () => {
  provider = await providerServer();
  provider.server.prependListener('request', ({ headers }) => toProvider.push(headers));
  other = await serve(({ headers }, response) => {
    toOther.push(headers);
    response.end('{}');
  });
  sink = await otlpSink();
});
beforeEach(() => {
  toProvider.length = toOther.length = sink.spans.length = 0;
});
afterAll(() => Promise.all([provider.close(), other.close(), sink.close()]));

const env = (more: Record<string, string>) => ({
  AI_FINOPS_ENDPOINT: sink.url,
  AI_FINOPS_PROVIDERS: `${provider.host}/anthropic=anthropic`,
  AI_FINOPS_SDK: 'off',
  ANTHROPIC_API_KEY: 'sk-secret-key',
  ANTHROPIC_BASE_URL: `${provider.url}/anthropic`,
  ...more,
});
/** An application that propagates all there is, with a baggage of its own, and the Anthropic SDK's native telemetry. */
const APP = () => `
  import { context, propagation, trace } from '@opentelemetry/api';
  import * as core from '@opentelemetry/core';
  import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
  import * as sdk from '@opentelemetry/sdk-trace';
  import Anthropic from '@anthropic-ai/sdk';
  import http from 'node:http';
  import { withAttribution, flush } from './src/index.ts';
  import { withRequestAttribution } from './src/middleware/index.ts';
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(new sdk.TracerProvider());
  propagation.setGlobalPropagator(new core.CompositePropagator({ propagators: [new core.W3CTraceContextPropagator(), new core.W3CBaggagePropagator()] }));
  const own = propagation.setBaggage(context.active(), propagation.createBaggage({ app: { value: 'own' } }));
  const message = () => new Anthropic().messages.create({ model: 'claude-opus-4-8', max_tokens: 9, messages: [{ role: 'user', content: 'a secret prompt' }] });
  const get = (headers = {}) => new Promise((resolve) => http.get('${other.url}/node?key=secret-query', { headers }, (r) => r.resume().on('end', resolve)));
  await context.with(own, () => withAttribution({ feature: 'chat, é', tenant: 'ann@example.com', user: 'u-1', featureFlag: 'short:on', requestPath: '/a' }, async () => {
    await message();
    await (await fetch('${other.url}/fetch')).text();
    await get({ baggage: 'mine=1' });
  }));
  const inbound = http.createServer(withRequestAttribution(async (request, response) => { await message(); response.end(); }, () => ({ team: 'here' })));
  await new Promise((resolve) => inbound.listen(0, '127.0.0.1', resolve));
  await (await fetch('http://127.0.0.1:' + inbound.address().port, { headers: { baggage: 'ai_finops.feature=' + encodeURIComponent('from\\u0000 ünder') + ',ai_finops.team=there,ai_finops.request_path=no,user.id=no,x=y,ai_finops.tenant=' + 'x'.repeat(500) } })).text();
  inbound.close();
  console.log(await flush());`;

it('carries attribution to other services, and never to a provider', async () => {
  const run = await runService(APP(), env({ AI_FINOPS_BAGGAGE: 'on', AI_FINOPS_USERS: 'hash' }));
  expect(run).toMatchObject({ code: 0, output: 'true\n' });
  const ours =
    /^ai_finops\.feature=chat%2C%20%C3%A9,ai_finops\.tenant=email-[0-9a-f]{16},ai_finops\.feature_flag=short%3Aon$/;
  expect(toOther.map(({ baggage }) => baggage)).toEqual([
    expect.stringMatching(ours),
    expect.stringMatching(new RegExp(`^mine=1,${ours.source.slice(1)}`)),
  ]);
  expect(toProvider).toHaveLength(2);
  // Native telemetry sends the trace context, and the application's own baggage: theirs to send. Nothing of ours.
  expect(toProvider[0]).toMatchObject({ traceparent: expect.any(String), baggage: 'app=own' });
  expect(JSON.stringify(toProvider)).not.toContain('ai_finops');
  expect(toProvider.map(({ tracestate }) => tracestate)).toEqual([undefined, undefined]);

  const [sent, received] = sink.spans;
  expect(sent?.attributes).toMatchObject({
    'ai_finops.feature': 'chat, é',
    'ai_finops.feature_flag': 'short:on',
    'user.hash': expect.stringMatching(/^[0-9a-f]{16}$/),
  });
  expect(sent?.attributes).not.toHaveProperty('user.id');
  expect(received?.attributes).toMatchObject({
    'ai_finops.feature': 'from ünder',
    'ai_finops.tenant': 'x'.repeat(128),
    'ai_finops.team': 'here',
  });
  expect(received?.attributes).not.toHaveProperty('ai_finops.request_path');
  expect(received?.attributes).not.toHaveProperty('user.id');
});

it('carries and reads nothing unless asked, and records no users', async () => {
  const run = await runService(APP(), env({}));
  expect(run).toMatchObject({ code: 0, output: 'true\n' });
  expect(toOther.map(({ baggage }) => baggage)).toEqual([undefined, 'mine=1']);
  expect(JSON.stringify(toProvider)).not.toContain('ai_finops');
  const [sent, received] = sink.spans;
  expect(JSON.stringify(sent?.attributes)).not.toContain('user.');
  expect(received?.attributes).toMatchObject({ 'ai_finops.feature': 'unallocated', 'ai_finops.team': 'here' });
});
