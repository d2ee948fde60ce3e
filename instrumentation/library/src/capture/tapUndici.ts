import { context, diag } from '@opentelemetry/api';
import { attributionStorage, resolveAttribution, type Attribution } from '../attribution/index.ts';
import { accountOf } from './accountOf.ts';
import type { CapturedCall } from './capturedCall.ts';
import { countUncaptured } from './countUncaptured.ts';
import { Exchange } from './exchange.ts';
import { guarded } from './guarded.ts';
import { header } from './header.ts';
import { isFreePath } from './wire/isFreePath.ts';
import type { EndpointTable } from './wire/endpointTable.ts';
import type { PrefixMeter } from './prefixMeter.ts';
import { markSuperseded } from './markSuperseded.ts';
import { shadowBody } from './shadowBody.ts';
import { subscribeAll } from './subscribeAll.ts';
import type { UndiciRequest } from './undiciRequest.ts';

export interface TapOptions {
  readonly endpoints: EndpointTable;
  readonly accounts: ReadonlyMap<string, string>;
  readonly defaults: Attribution;
  readonly allowEmailTenants: boolean;
  /** Measures how much of prompts stays the same; only where the service asks for it. */
  readonly prefixes?: PrefixMeter | undefined;
  /** A provider exchange has begun. */
  readonly onBegin: () => void;
  readonly onCall: (call: CapturedCall) => void;
}

/** A running tap. */
export interface Tap {
  /** Stops listening; exchanges under way are not recorded. */
  stop(): void;
  /** Resolves when large compressed bodies that have ended are read too. */
  settled(): Promise<void>;
}

/**
 * Listens to every request of Node's fetch and of npm's undici, and hands over each finished provider exchange, exactly
 * once. The application's bytes, promises and streams are not touched.
 */
export function tapUndici(options: TapOptions): Tap {
  const exchanges = new WeakMap<object, Exchange>();
  const inflating = new Set<Promise<void>>();
  /** Request classes whose body chunks the channels show; of the others the request is shadowed. */
  const shown = new WeakSet<object>();

  const create = ({ request }: { request: UndiciRequest }) => {
    if (request.method !== 'POST' && !request.upgrade) {
      return;
    }
    const origin = String(request.origin);
    const match = options.endpoints.match(origin, request.path);
    if (match === undefined) {
      return;
    }
    if (match === 'unread' || request.upgrade) {
      if (request.upgrade || !isFreePath(request.path)) {
        countUncaptured(new URL(origin).host, request.upgrade ? 'websocket' : 'an API that is not read');
      }
      return;
    }
    const active = context.active();
    markSuperseded(active);
    const retries = Number(header(request.headers, 'x-stainless-retry-count') ?? 0);
    const exchange = new Exchange({
      match,
      account: match.account ?? accountOf(request.headers, options.accounts),
      attempt: Number.isInteger(retries) && retries >= 0 && retries < 1000 ? retries + 1 : 1,
      attribution: resolveAttribution(attributionStorage.getStore(), options.defaults, options.allowEmailTenants),
      context: active,
      prefixes: options.prefixes,
    });
    exchanges.set(request, exchange);
    options.onBegin();
    if (!shown.has(Object.getPrototypeOf(request) as object)) {
      shadowBody(request, exchange);
    }
  };

  const fromChannel = (request: UndiciRequest): Exchange | undefined => {
    const exchange = exchanges.get(request);
    if (exchange === undefined) {
      return undefined;
    }
    if (exchange.source !== 'channel') {
      // Also where this one was shadowed: its chunks came here all the same, and no other of its class need be.
      shown.add(Object.getPrototypeOf(request) as object);
      exchange.source ??= 'channel';
    }
    return exchange.source === 'channel' ? exchange : undefined;
  };

  const end = (request: UndiciRequest, hasFailed: boolean, failure: unknown) => {
    const exchange = exchanges.get(request);
    if (exchange === undefined) {
      return;
    }
    exchanges.delete(request);
    const call = exchange.end(hasFailed, failure);
    if (call !== undefined && 'then' in call) {
      const later: Promise<void> = call.then(guarded(options.onCall)).finally(() => inflating.delete(later));
      inflating.add(later);
      later.catch((error: unknown) => diag.error('ai-finops: a call could not be read', error));
    } else if (call !== undefined) {
      options.onCall(call);
    }
  };

  const stop = subscribeAll<never>({
    'undici:request:create': create,
    'undici:request:bodyChunkSent': ({ request, chunk }: { request: UndiciRequest; chunk: Uint8Array }) =>
      fromChannel(request)?.readRequest(chunk),
    'undici:request:bodySent': ({ request }: { request: UndiciRequest }) => {
      const exchange = exchanges.get(request);
      if (exchange) {
        exchange.isSent = true;
      }
    },
    'undici:request:headers': (message: {
      request: UndiciRequest;
      response: { statusCode: number; headers: unknown };
    }) => exchanges.get(message.request)?.readHeaders(message.response.statusCode, message.response.headers),
    'undici:request:bodyChunkReceived': ({ request, chunk }: { request: UndiciRequest; chunk: Uint8Array }) =>
      fromChannel(request)?.readResponse(chunk),
    'undici:request:trailers': ({ request }: { request: UndiciRequest }) => end(request, false, undefined),
    'undici:request:error': ({ request, error }: { request: UndiciRequest; error: unknown }) =>
      end(request, true, error),
  });
  return {
    stop,
    async settled() {
      await Promise.allSettled(inflating);
    },
  };
}
