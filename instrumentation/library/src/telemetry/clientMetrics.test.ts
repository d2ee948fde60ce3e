import { metrics, ROOT_CONTEXT, type MeterProvider } from '@opentelemetry/api';
import type { CapturedCall } from '../capture/index.ts';
import { ClientMetrics } from './clientMetrics.ts';

const CALL: CapturedCall = {
  provider: 'openai',
  operation: 'chat',
  requestModel: 'm',
  responseModel: undefined,
  responseId: undefined,
  isStream: true,
  finishReason: undefined,
  serviceTier: undefined,
  speed: undefined,
  inferenceGeo: undefined,
  providerCostUsd: undefined,
  usage: { inputTokens: 3, outputTokens: 4 },
  isUsagePartial: false,
  usageUnknown: undefined,
  status: 'ok',
  httpStatus: 200,
  errorType: undefined,
  attempt: 1,
  account: undefined,
  serverAddress: 'h',
  serverPort: 443,
  startMs: 1000,
  firstChunkMs: 1250,
  endMs: 3000,
  attribution: { feature: 'f', tenant: 't', team: 'x', requestType: 'r', task: undefined, requestPath: undefined },
  context: ROOT_CONTEXT,
};

afterEach(() => metrics.disable());

function listen(record: (name: string, value: number, attributes: object) => void): void {
  const createHistogram = (name: string) => ({
    record: (value: number, attributes: object) => record(name, value, attributes),
  });
  metrics.disable();
  metrics.setGlobalMeterProvider({ getMeter: () => ({ createHistogram }) } as unknown as MeterProvider);
}

it('records nothing without a meter provider, then by whichever one there is', () => {
  const subject = new ClientMetrics('1');
  subject.record(CALL);
  const seen: unknown[] = [];
  listen((name, value) => seen.push([name, value]));
  subject.record(CALL);
  subject.record({ ...CALL, isStream: false, usage: undefined });
  subject.record({ ...CALL, identity: 'a line of batch results' });
  expect(seen).toEqual([
    ['gen_ai.client.operation.duration', 2],
    ['gen_ai.client.operation.time_to_first_chunk', 0.25],
    ['gen_ai.client.token.usage', 3],
    ['gen_ai.client.token.usage', 4],
    ['gen_ai.client.operation.duration', 2],
  ]);
  const later: unknown[] = [];
  listen((_name, _value, attributes) => later.push(attributes));
  subject.record({ ...CALL, isStream: false, usage: undefined, errorType: '500' });
  expect(seen).toHaveLength(5);
  expect(later).toEqual([
    {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': 'm',
      'server.address': 'h',
      'server.port': 443,
      'error.type': '500',
    },
  ]);
});

it('lets no failure of the meter out', () => {
  listen(() => {
    throw new Error('no');
  });
  expect(() => new ClientMetrics('1').record(CALL)).not.toThrow();
});
