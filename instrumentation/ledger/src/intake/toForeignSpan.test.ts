import { decodeTraces } from './decodeTraces.ts';
import { foreignRequest, type OtherSpan } from './foreignRequest.fixture.ts';
import type { FixtureValue } from './traceRequest.fixture.ts';

const AT = 1_795_305_600_000;

/** What both encodings say alike. */
function read(...spans: readonly Partial<OtherSpan>[]) {
  const bodies = foreignRequest(
    spans.map((span, index) => ({ scope: 's', name: 'n', id: index + 1, startMs: AT, attributes: {}, ...span }))
  );
  const [protobuf, json] = (['protobuf', 'json'] as const).map((encoding) =>
    decodeTraces({ bytes: new Uint8Array(bodies[encoding]), encoding, gzip: false }, 1_048_576)
  );
  expect(json).toEqual(protobuf);
  return protobuf as NonNullable<typeof protobuf>;
}

const callOf = (scope: string, attributes: Record<string, FixtureValue>, rest: Partial<OtherSpan> = {}) =>
  read({ scope, attributes, ...rest }).foreign[0]?.call;

/** As each instrumentation writes the same Anthropic call: 210 uncached, 4,096 read, 768 written, 300 answered. */
const ANTHROPIC: readonly [string, string, Record<string, FixtureValue>][] = [
  [
    'Anthropic’s own telemetry',
    '@anthropic-ai/sdk',
    {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'anthropic',
      'gen_ai.request.model': 'claude-sonnet-4-6',
      'gen_ai.response.model': 'claude-sonnet-4-6',
      'gen_ai.usage.input_tokens': 5_074,
      'gen_ai.usage.cache_read.input_tokens': 4_096,
      'gen_ai.usage.cache_write.input_tokens': 768,
      'gen_ai.usage.output_tokens': 300,
      'anthropic.response.service_tier': 'standard',
    },
  ],
  [
    'OpenLLMetry, Python: inclusive',
    'opentelemetry.instrumentation.anthropic',
    {
      'gen_ai.system': 'Anthropic',
      'llm.request.type': 'completion',
      'gen_ai.request.model': 'claude-sonnet-4-6',
      'gen_ai.response.model': 'claude-sonnet-4-6',
      'gen_ai.usage.input_tokens': 5_074,
      'gen_ai.usage.output_tokens': 300,
      'llm.usage.total_tokens': 5_374,
      'gen_ai.usage.cache_read_input_tokens': 4_096,
      'gen_ai.usage.cache_creation_input_tokens': 768,
    },
  ],
  [
    'OpenLLMetry, JavaScript: exclusive',
    '@traceloop/instrumentation-anthropic',
    {
      'gen_ai.system': 'Anthropic',
      'llm.request.type': 'completion',
      'gen_ai.request.model': 'claude-sonnet-4-6',
      'gen_ai.response.model': 'claude-sonnet-4-6',
      'gen_ai.usage.prompt_tokens': '210',
      'gen_ai.usage.completion_tokens': '300',
      'gen_ai.usage.cache_read_input_tokens': 4_096,
      'gen_ai.usage.cache_creation_input_tokens': 768,
    },
  ],
  [
    'OpenInference',
    '@arizeai/openinference-instrumentation-anthropic',
    {
      'openinference.span.kind': 'LLM',
      'llm.system': 'anthropic',
      'llm.provider': 'anthropic',
      'llm.model_name': 'claude-sonnet-4-6',
      'llm.token_count.prompt': 5_074,
      'llm.token_count.completion': 300,
      'llm.token_count.prompt_details.cache_read': 4_096,
      'llm.token_count.prompt_details.cache_write': 768,
    },
  ],
  [
    'a framework that hands on the wire’s counts and says the total',
    'strands-agents',
    {
      'gen_ai.operation.name': 'chat',
      'gen_ai.system': 'anthropic',
      'gen_ai.request.model': 'claude-sonnet-4-6',
      'gen_ai.usage.prompt_tokens': 210,
      'gen_ai.usage.completion_tokens': 300,
      'gen_ai.usage.total_tokens': 5_374,
      'gen_ai.usage.cache_read_input_tokens': 4_096,
      'gen_ai.usage.cache_write_input_tokens': 768,
    },
  ],
  [
    'an unknown scope whose parts exceed its total',
    'somebody',
    {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'anthropic',
      'gen_ai.request.model': 'claude-sonnet-4-6',
      'gen_ai.usage.input_tokens': 210,
      'gen_ai.usage.output_tokens': 300,
      'gen_ai.usage.cache_read.input_tokens': 4_096,
      'gen_ai.usage.cache_creation.input_tokens': 768,
    },
  ],
];

test.each(ANTHROPIC)('%s: the same usage, cache included', (_what, scope, attributes) => {
  const call = callOf(scope, attributes);
  expect(call?.dimensions).toMatchObject({ provider: 'anthropic', model: 'claude-sonnet-4-6' });
  expect(call?.usage).toMatchObject({
    kind: 'reported',
    usage: { inputTokens: 5_074, outputTokens: 300, cacheReadTokens: 4_096, cacheWriteTokens: 768 },
  });
});

test.each<[string, string, Record<string, FixtureValue>, object]>([
  [
    'the official OpenAI instrumentation, responses',
    '@opentelemetry/instrumentation-openai',
    {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': 'gpt-5-mini',
      'gen_ai.response.model': 'gpt-5-mini-2025-08-07',
      'gen_ai.usage.input_tokens': 1_490,
      'gen_ai.usage.output_tokens': 256,
      'openai.response.service_tier': 'flex',
    },
    { provider: 'openai', model: 'gpt-5-mini-2025-08-07', service_tier: 'flex' },
  ],
  [
    'the conventions before operations had a name',
    'opentelemetry.instrumentation.openai_v2',
    { 'gen_ai.system': 'az.ai.openai', 'gen_ai.request.model': 'gpt-4.1', 'gen_ai.usage.prompt_tokens': 10 },
    { provider: 'azure.ai.openai', model: 'gpt-4.1' },
  ],
  [
    'LiteLLM, with the team of the key',
    'litellm',
    {
      'gen_ai.operation.name': 'acompletion',
      'llm.request.type': 'acompletion',
      'gen_ai.system': 'vertex_ai',
      'gen_ai.request.model': 'gemini-2.5-flash',
      'gen_ai.response.model': 'gemini-2.5-flash',
      'gen_ai.usage.input_tokens': 100,
      'gen_ai.usage.output_tokens': 20,
      'gen_ai.usage.total_tokens': 120,
      'metadata.user_api_key_team_alias': 'search-team',
    },
    { provider: 'gcp.vertex_ai', model: 'gemini-2.5-flash', team: 'search-team' },
  ],
  [
    'Vercel AI SDK 5',
    'ai',
    {
      'ai.operationId': 'ai.streamText.doStream',
      'gen_ai.system': 'openai.responses',
      'gen_ai.request.model': 'gpt-5-mini',
      'gen_ai.response.model': 'gpt-5-mini-2025-08-07',
      'gen_ai.usage.input_tokens': 12,
      'gen_ai.usage.output_tokens': 3,
      'ai.usage.cachedInputTokens': 8,
      'ai.telemetry.metadata.feature': 'draft',
    },
    { provider: 'openai', model: 'gpt-5-mini-2025-08-07', feature: 'draft' },
  ],
  [
    'OpenInference embeddings on Azure',
    'openinference.instrumentation.openai',
    {
      'openinference.span.kind': 'EMBEDDING',
      'embedding.model_name': 'text-embedding-3-small',
      'llm.system': 'openai',
      'llm.provider': 'azure',
      'llm.token_count.prompt': 7,
      'llm.token_count.total': 7,
    },
    { provider: 'azure.ai.openai', model: 'text-embedding-3-small' },
  ],
])('%s', (_what, scope, attributes, expected) => {
  const call = callOf(scope, attributes, { resource: { 'deployment.environment': 'prod' } });
  expect(call).toMatchObject({ status: 'ok', attempt: 1, usage: { kind: 'reported' } });
  expect(call?.dimensions).toMatchObject({ environment: 'prod', ...expected });
});

test.each<[string, Record<string, FixtureValue>]>([
  ['an agent', { 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.usage.input_tokens': 9, 'gen_ai.system': 'openai' }],
  ['a tool', { 'gen_ai.operation.name': 'execute_tool' }],
  ['a fetched response', { 'gen_ai.operation.name': 'fetch_response', 'gen_ai.provider.name': 'openai' }],
  ['a workflow of OpenLLMetry', { 'traceloop.span.kind': 'workflow' }],
  ['a chain of OpenInference', { 'openinference.span.kind': 'CHAIN', 'llm.token_count.prompt': 9 }],
  ['the outer span of the Vercel AI SDK', { 'ai.operationId': 'ai.generateText', 'ai.usage.inputTokens': 9 }],
  ['a database query', { 'db.system': 'postgresql' }],
])('%s is a link where it has a parent, else nothing', (_what, attributes) => {
  expect(read({ attributes, parent: 9 })).toMatchObject({
    foreign: [{ call: undefined, service: 'bot' }],
    received: 1,
    ignored: { foreign: 1 },
  });
  expect(read({ attributes })).toMatchObject({ foreign: [], received: 1, ignored: { foreign: 1 } });
});

const CHAT = {
  'gen_ai.operation.name': 'chat',
  'gen_ai.provider.name': 'openai',
  'gen_ai.request.model': 'gpt-5-mini',
};

test.each([
  [
    'the conventions',
    { 'gen_ai.operation.name': 'chat', 'gen_ai.response.finish_reasons': ['stop', 'length'] },
    'stop,length',
  ],
  ['OpenLLMetry', { 'llm.request.type': 'chat', 'gen_ai.completion.0.finish_reason': 'tool_calls' }, 'tool_calls'],
  ['Vercel AI SDK', { 'ai.operationId': 'ai.streamText.doStream', 'ai.response.finishReason': 'stop' }, 'stop'],
  ['OpenInference', { 'openinference.span.kind': 'LLM', 'llm.finish_reason': 'end_turn' }, 'end_turn'],
  ['nobody', { 'gen_ai.operation.name': 'chat', 'gen_ai.response.finish_reasons': [] }, ''],
])('why an answer ended, as %s say', (_who, attributes: Record<string, FixtureValue>, stopReason) => {
  expect(callOf('s', attributes)?.stopReason).toBe(stopReason);
});

test('Claude Code’s calls are told by its metrics, never by its spans', () => {
  const { foreign, ignored } = read({
    scope: 'com.anthropic.claude_code.tracing',
    name: 'claude_code.llm_request',
    attributes: {
      ...{ 'span.type': 'llm_request', 'gen_ai.system': 'anthropic', 'gen_ai.request.model': 'claude-sonnet-4-5' },
      ...{ input_tokens: 210, output_tokens: 300, 'gen_ai.usage.input_tokens': 210 },
    },
  });
  expect([foreign, ignored.foreign]).toEqual([[], 1]);
});

test('a call that has a record of ours is no call, but links', () => {
  const attributes = { ...CHAT, 'gen_ai.usage.input_tokens': 9, 'ai_finops.superseded': true };
  expect(read({ attributes, parent: 9 })).toMatchObject({
    foreign: [{ call: undefined }],
    received: 1,
    ignored: { superseded: 1, foreign: 0 },
  });
  expect(read({ attributes })).toMatchObject({ foreign: [], received: 1, ignored: { superseded: 1 } });
});

test('what nobody counted is not known; what failed before it was counted cost nothing', () => {
  expect(callOf('s', CHAT)).toMatchObject({ status: 'ok', usage: { kind: 'unknown', reason: 'not_reported' } });
  expect(callOf('s', CHAT, { failed: true })).toMatchObject({ status: 'error', usage: { kind: 'none' } });
});

test('attribution: the span’s own, else the resource’s, else nobody’s', () => {
  const resource = { 'ai_finops.feature': 'from-resource', 'ai_finops.team': 'team' };
  const own = { ...CHAT, 'ai_finops.feature': 'own', 'ai_finops.tenant': 'acme' };
  expect(callOf('s', own, { resource })).toMatchObject({
    dimensions: { feature: 'own', team: 'team' },
    tenant: 'acme',
  });
  expect(callOf('s', CHAT, { resource })).toMatchObject({ dimensions: { feature: 'from-resource' } });
  expect(callOf('s', CHAT)).toMatchObject({ dimensions: { feature: 'unallocated' }, tenant: 'unallocated' });
});
