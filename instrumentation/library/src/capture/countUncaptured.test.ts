import { diag, DiagLogLevel } from '@opentelemetry/api';
import { request } from 'node:http';
import { serve, type Served } from '../../testing/serve.ts';
import { captureHealth } from './captureHealth.ts';
import { tapHttpClient } from './tapHttpClient.ts';
import { tapUndici } from './tapUndici.ts';
import { EndpointTable } from './wire/endpointTable.ts';

let served: Served;
let stop: () => void;
const warnings: string[] = [];
beforeAll(async () => {
  const logger = { error: () => undefined, info: () => undefined, debug: () => undefined, verbose: () => undefined };
  diag.setLogger(
    { ...logger, warn: (text) => void warnings.push(text) },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true }
  );
  served = await serve((_request, response) => response.end('{}'));
  const endpoints = new EndpointTable([{ provider: 'openai', host: served.host, pathPrefix: '' }]);
  const stopHttp = tapHttpClient(endpoints);
  const tap = tapUndici({
    endpoints,
    accounts: new Map(),
    defaults: {},
    allowEmailTenants: false,
    onBegin: () => undefined,
    onCall: () => undefined,
  });
  stop = () => (stopHttp(), tap.stop());
});
afterAll(async () => {
  stop();
  diag.disable();
  await served.close();
});

const byHttp = (path: string, method: string, headers: Record<string, string> = {}) =>
  new Promise<void>((resolve) => {
    request(served.url + path, { method, headers }, (response) => response.resume().on('end', resolve)).end();
  });

it('counts provider calls it cannot read, and warns once for each way', async () => {
  await byHttp('/v1/realtime', 'GET', { upgrade: 'websocket', connection: 'upgrade' });
  await byHttp('/v1/realtime', 'GET', { upgrade: 'websocket', connection: 'upgrade' });
  await byHttp('/v1/models', 'GET');
  const post = { method: 'POST', body: '{}' };
  await (await fetch(`${served.url}/v1/videos`, post)).text();
  await (await fetch(`${served.url}/v1/messages/count_tokens`, post)).text();
  await (await fetch(`${served.url}/v1/models`)).text();
  expect([...captureHealth.uncaptured]).toEqual([
    [`${served.host}|websocket`, 2],
    [`${served.host}|an API that is not read`, 1],
  ]);
  expect(warnings).toHaveLength(2);
  expect(warnings[0]).toContain(served.host);
  expect(captureHealth.handlerErrors).toBe(0);
});
