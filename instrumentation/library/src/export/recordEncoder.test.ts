import { ROOT_CONTEXT } from '@opentelemetry/api';
import fc from 'fast-check';
import { decodeTraces } from '../../testing/decodeTraces.ts';
import type { CapturedCall } from '../capture/index.ts';
import { ATTRIBUTE, MONEY_SCOPE } from '../contract/index.ts';
import { encodeEnvelope } from './encodeEnvelope.ts';
import { ProtoWriter } from './protoWriter.ts';
import { RecordEncoder } from './recordEncoder.ts';
import type { SpanIds } from './spanIds.ts';

const FULL: CapturedCall = {
  provider: 'anthropic',
  operation: 'chat',
  requestModel: 'claude-sonnet-4-5',
  responseModel: 'claude-sonnet-4-5-20250929',
  responseId: 'msg_01',
  isStream: true,
  finishReason: 'end_turn',
  serviceTier: 'standard',
  speed: 'fast',
  inferenceGeo: 'us',
  providerCostUsd: '0.0312345678',
  usage: {
    inputTokens: 5074,
    outputTokens: 300,
    cacheReadTokens: 4096,
    cacheWriteTokens: 768,
    cacheWrite5mTokens: 512,
    cacheWrite1hTokens: 256,
    reasoningTokens: 90,
    audioInputTokens: 11,
    audioCacheReadTokens: 7,
    audioOutputTokens: 12,
    imageInputTokens: 13,
    imageCacheReadTokens: 5,
    imageOutputTokens: 14,
    webSearches: 2,
    fileSearches: 4,
  },
  isUsagePartial: true,
  usageUnknown: undefined,
  status: 'aborted',
  httpStatus: 200,
  errorType: undefined,
  attempt: 3,
  account: 'production',
  serverAddress: 'api.anthropic.com',
  serverPort: 443,
  startMs: 1763900000123,
  endMs: 1763900001456.789,
  attribution: {
    feature: 'triage',
    tenant: 'größe-✓',
    team: 'support',
    requestType: 'draft',
    task: 'task-1',
    requestPath: '/tickets/:id',
  },
  context: ROOT_CONTEXT,
};
const IDS: SpanIds = {
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  parentSpanId: '00f067aa0ba902b7',
};
const envelope = encodeEnvelope(
  new Map([
    ['service.name', 'shop'],
    [ATTRIBUTE.environment, 'prod'],
  ]),
  '1.2.3'
);

function roundTrip(records: readonly Buffer[]) {
  const spans = new ProtoWriter(16);
  records.forEach((record) => spans.message(2, record));
  return decodeTraces(Buffer.concat([envelope(spans.length), spans.bytes]));
}

it('writes every field so that protobufjs reads it back', () => {
  const cost = { nanoUsd: 9_814_800, rateCard: 'list/claude', unpricedReason: undefined };
  const [span, ...more] = roundTrip([new RecordEncoder().encode(FULL, IDS, cost)]);
  expect(more).toEqual([]);
  expect(span).toEqual({
    scope: MONEY_SCOPE,
    resource: { 'service.name': 'shop', 'deployment.environment.name': 'prod' },
    ...IDS,
    name: 'chat claude-sonnet-4-5',
    kind: 3,
    start: 1763900000123000000n,
    end: 1763900001456789000n,
    status: undefined,
    attributes: {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'anthropic',
      'gen_ai.request.model': 'claude-sonnet-4-5',
      'gen_ai.response.model': 'claude-sonnet-4-5-20250929',
      'gen_ai.response.id': 'msg_01',
      'gen_ai.request.stream': true,
      'gen_ai.response.finish_reasons': ['end_turn'],
      'server.address': 'api.anthropic.com',
      'server.port': 443,
      'http.response.status_code': 200,
      'http.request.resend_count': 2,
      'ai_finops.feature': 'triage',
      'ai_finops.tenant': 'größe-✓',
      'ai_finops.team': 'support',
      'ai_finops.request_type': 'draft',
      'ai_finops.task': 'task-1',
      'ai_finops.request_path': '/tickets/:id',
      'ai_finops.account': 'production',
      'ai_finops.attempt': 3,
      'ai_finops.status': 'aborted',
      'ai_finops.service_tier': 'standard',
      'ai_finops.speed': 'fast',
      'ai_finops.inference_geo': 'us',
      'gen_ai.usage.input_tokens': 5074,
      'gen_ai.usage.output_tokens': 300,
      'gen_ai.usage.cache_read.input_tokens': 4096,
      'gen_ai.usage.cache_write.input_tokens': 768,
      'ai_finops.usage.cache_write_5m.input_tokens': 512,
      'ai_finops.usage.cache_write_1h.input_tokens': 256,
      'gen_ai.usage.reasoning.output_tokens': 90,
      'gen_ai.usage.audio.input_tokens': 11,
      'gen_ai.usage.audio.cache_read.input_tokens': 7,
      'gen_ai.usage.audio.output_tokens': 12,
      'gen_ai.usage.image.input_tokens': 13,
      'gen_ai.usage.image.cache_read.input_tokens': 5,
      'gen_ai.usage.image.output_tokens': 14,
      'ai_finops.usage.web_searches': 2,
      'ai_finops.usage.file_searches': 4,
      'ai_finops.usage.partial': true,
      'gen_ai.usage.cost.amount': 0.0312345678,
      'gen_ai.usage.cost.currency': 'USD',
      'gen_ai.usage.cost.source': 'provider',
      'ai_finops.cost.nano_usd': 9_814_800,
    },
  });
});

it('leaves out what is unknown, and marks failures', () => {
  const failed: CapturedCall = {
    ...FULL,
    requestModel: undefined,
    responseModel: undefined,
    responseId: undefined,
    isStream: false,
    finishReason: undefined,
    serviceTier: undefined,
    speed: undefined,
    inferenceGeo: undefined,
    providerCostUsd: undefined,
    usage: undefined,
    isUsagePartial: false,
    usageUnknown: 'error',
    status: 'error',
    httpStatus: undefined,
    errorType: 'ECONNRESET',
    attempt: 1,
    account: undefined,
    attribution: { ...FULL.attribution, task: undefined, requestPath: undefined },
  };
  const [span] = roundTrip([new RecordEncoder().encode(failed, { ...IDS, parentSpanId: undefined }, undefined)]);
  expect(span).toMatchObject({ name: 'chat', status: 2, parentSpanId: undefined });
  expect(Object.keys(span?.attributes ?? {}).sort()).toEqual(
    [
      ...[ATTRIBUTE.operation, ATTRIBUTE.provider, ATTRIBUTE.serverAddress, ATTRIBUTE.serverPort, ATTRIBUTE.errorType],
      ...[ATTRIBUTE.feature, ATTRIBUTE.tenant, ATTRIBUTE.team, ATTRIBUTE.requestType, ATTRIBUTE.attempt],
      ...[ATTRIBUTE.status, ATTRIBUTE.usageUnknown],
    ].sort()
  );
});

it('says nothing of parts that are 0, but 0 of the totals', () => {
  const usage = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0, reasoningTokens: 0 };
  const [span] = roundTrip([new RecordEncoder().encode({ ...FULL, usage }, IDS, undefined)]);
  const said = Object.entries(span?.attributes ?? {}).filter(([name]) => name.startsWith('gen_ai.usage.'));
  expect(said.filter(([, value]) => value === 0).map(([name]) => name)).toEqual([
    ATTRIBUTE.inputTokens,
    ATTRIBUTE.outputTokens,
  ]);
});

it('encodes any values, many records through one encoder', () => {
  const label = fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text).toString());
  const count = fc.oneof(fc.nat(), fc.maxSafeNat());
  const call = fc.record({ feature: label, tenant: label, input: count, output: count, model: label, id: label });
  const encoder = new RecordEncoder();
  fc.assert(
    fc.property(fc.array(call, { maxLength: 20 }), (wanted) => {
      const spans = roundTrip(
        wanted.map(({ feature, tenant, input, output, model, id }) =>
          Buffer.from(
            encoder.encode(
              {
                ...FULL,
                requestModel: model,
                responseId: id,
                usage: { inputTokens: input, outputTokens: output },
                attribution: { ...FULL.attribution, feature, tenant },
              },
              IDS,
              undefined
            )
          )
        )
      );
      expect(
        spans.map(({ name, attributes: a }) => [
          name,
          a[ATTRIBUTE.responseId],
          a[ATTRIBUTE.feature],
          a[ATTRIBUTE.tenant],
          a[ATTRIBUTE.inputTokens],
          a[ATTRIBUTE.outputTokens],
        ])
      ).toEqual(wanted.map((w) => [`chat ${w.model}`, w.id, w.feature, w.tenant, w.input, w.output]));
    })
  );
});
