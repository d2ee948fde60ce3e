import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { providerServer } from '../../testing/providerServer.ts';
import { tapUndici } from './tapUndici.ts';
import { EndpointTable } from './wire/endpointTable.ts';

/** Node 24.5 and later: earlier ones publish no chunks. */
it('shadows one request of a class whose chunks the channels show, and no other', async () => {
  const provider = await providerServer();
  const tap = tapUndici({
    endpoints: new EndpointTable([{ provider: 'openai', host: provider.host, pathPrefix: '/openai' }]),
    accounts: new Map(),
    defaults: {},
    allowEmailTenants: false,
    onBegin: () => undefined,
    onCall: () => undefined,
  });
  const shadowed: boolean[] = [];
  const look = (message: unknown) =>
    void shadowed.push(Object.hasOwn((message as { request: object }).request, 'onData'));
  subscribe('undici:request:create', look);
  for (let call = 0; call < 3; call += 1) {
    const init = { method: 'POST', body: '{"model":"gpt-5-mini","messages":[]}' };
    await (await fetch(`${provider.url}/openai/v1/chat/completions`, init)).text();
  }
  unsubscribe('undici:request:create', look);
  tap.stop();
  await provider.close();
  expect(shadowed).toEqual([true, false, false]);
});
