import { diag, propagation, ROOT_CONTEXT } from '@opentelemetry/api';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { attributionStorage } from './attributionStorage.ts';
import { BAGGAGE_KEYS } from './baggageKeys.ts';
import { baggageState } from './baggageState.ts';
import { hashEmailLike } from './hashEmailLike.ts';

interface UndiciRequest {
  readonly origin: unknown;
  readonly path: string;
  readonly addHeader: (name: string, value: string) => unknown;
}

/** Whether a URL belongs to a provider. */
export type IsProvider = (origin: string, path: string) => boolean;

/**
 * Adds attribution as W3C baggage to what this process sends by fetch and `node:http`, if the application has a baggage
 * propagator. Never to a provider: our members are in no context, so nothing else can send them there either. Returns how
 * to stop.
 */
export function carryBaggage(isProvider: IsProvider, allowEmailTenants: boolean): () => void {
  const toSend = (origin: string, path: string): string | undefined => {
    const own = attributionStorage.getStore();
    if (own === undefined || isProvider(origin, path)) {
      return undefined;
    }
    const members = BAGGAGE_KEYS.flatMap(([key, name]) => {
      const value = own[key];
      return value === undefined
        ? []
        : [[name, { value: key === 'tenant' && !allowEmailTenants ? hashEmailLike(value) : value }] as const];
    });
    const carrier: Record<string, string> = {};
    if (members.length > 0) {
      const baggage = propagation.createBaggage(Object.fromEntries(members));
      propagation.inject(propagation.setBaggage(ROOT_CONTEXT, baggage), carrier);
    }
    return carrier['baggage'];
  };
  const listeners: Record<string, (message: never) => void> = {
    'undici:request:create': ({ request }: { request: UndiciRequest }) => {
      const baggage = toSend(String(request.origin), request.path);
      if (baggage !== undefined) {
        // Beside the application's own, where it sends some: the members of several headers are one list.
        request.addHeader('baggage', baggage);
      }
    },
    'http.client.request.created': ({ request }: { request: ClientRequest }) => {
      const host = String(request.getHeader('host') ?? request.host);
      const baggage = toSend(`${request.protocol}//${host}`, request.path);
      if (baggage !== undefined && !request.headersSent) {
        const before = request.getHeader('baggage');
        request.setHeader('baggage', before === undefined ? baggage : `${String(before)},${baggage}`);
      }
    },
  };
  const subscribed = Object.entries(listeners).map(([channel, listener]) => [channel, harmless(listener)] as const);
  for (const [channel, listener] of subscribed) {
    subscribe(channel, listener);
  }
  baggageState.isOn = true;
  return () => {
    baggageState.isOn = false;
    for (const [channel, listener] of subscribed) {
      unsubscribe(channel, listener);
    }
  };
}

function harmless(listener: (message: never) => void): (message: unknown) => void {
  return (message) => {
    try {
      listener(message as never);
    } catch (error) {
      diag.error('ai-finops: attribution could not be sent along; the request is not affected', error);
    }
  };
}
