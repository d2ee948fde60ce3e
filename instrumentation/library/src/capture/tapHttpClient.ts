import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { countUncaptured } from './countUncaptured.ts';
import { guarded } from './guarded.ts';
import type { EndpointTable } from './wire/endpointTable.ts';

const CHANNEL = 'http.client.request.start';

/** Counts provider calls made by `node:http` (axios, old SDKs, `ws`), which the tap cannot read. Returns how to stop. */
export function tapHttpClient(endpoints: EndpointTable): () => void {
  const listener = guarded((message: unknown) => {
    const { request } = message as { request: ClientRequest };
    const isUpgrade = request.getHeader('upgrade') !== undefined;
    if (request.method !== 'POST' && !isUpgrade) {
      return;
    }
    const host = String(request.getHeader('host') ?? request.host);
    if (endpoints.match(`${request.protocol}//${host}`, request.path) !== undefined) {
      countUncaptured(host, isUpgrade ? 'websocket' : 'node:http');
    }
  });
  subscribe(CHANNEL, listener);
  return () => unsubscribe(CHANNEL, listener);
}
