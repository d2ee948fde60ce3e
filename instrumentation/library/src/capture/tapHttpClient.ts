import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { countUncaptured } from './countUncaptured.ts';
import { guarded } from './guarded.ts';
import type { EndpointTable } from './wire/endpointTable.ts';

const CHANNEL = 'http.client.request.start';

/** Counts WebSockets to providers (`ws`, Realtime APIs), which the taps cannot read. Returns how to stop. */
export function tapHttpClient(endpoints: EndpointTable): () => void {
  const listener = guarded((message: unknown) => {
    const { request } = message as { request: ClientRequest };
    if (request.getHeader('upgrade') === undefined) {
      return;
    }
    const host = String(request.getHeader('host') ?? request.host);
    if (endpoints.match(`${request.protocol}//${host}`, request.path) !== undefined) {
      countUncaptured(host, 'websocket');
    }
  });
  subscribe(CHANNEL, listener);
  return () => unsubscribe(CHANNEL, listener);
}
