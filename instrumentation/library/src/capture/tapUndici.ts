import { diag } from '@opentelemetry/api';
import type { Attribution } from '../attribution/index.ts';
import { activeContext } from './activeContext.ts';
import type { CapturedCall } from './capturedCall.ts';
import { countUncaptured } from './countUncaptured.ts';
import { EventLog } from './eventLog.ts';
import { guarded } from './guarded.ts';
import { HeardExchange } from './heardExchange.ts';
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
  /** Whether a call is wanted as soon as it ends: somebody may flush or shut down what shows it right after. */
  readonly isAwaited?: (() => boolean) | undefined;
  /** How long a finished call may wait to be read together with others; 100 ms. */
  readonly lingerMs?: number | undefined;
}

/** A running tap. */
export interface Tap {
  /** Stops listening; exchanges under way are not recorded. */
  stop(): void;
  /** Hands over now the calls that have ended, where they wait to be read together. */
  catchUp?(): void;
  /** Resolves when large compressed bodies that have ended are read too. */
  settled(): Promise<void>;
}

/**
 * Listens to every request of Node's fetch and of npm's undici, and hands over each finished provider exchange, exactly
 * once. The application's bytes, promises and streams are not touched.
 */
export function tapUndici(options: TapOptions): Tap {
  const exchanges = new WeakMap<object, HeardExchange>();
  const inflating = new Set<Promise<void>>();
  /** Request classes whose body chunks the channels show; of the others the request is shadowed. */
  const shown = new WeakSet<object>();

  const log = new EventLog<HeardExchange>(
    {
      sent: ({ exchange }, bytes, from, to) => exchange.readRequest(bytes.subarray(from, to)),
      headers: ({ exchange }, status, headers) => exchange.readHeaders(status, headers),
      received: ({ exchange }, bytes, from, to) => exchange.readResponse(bytes, from, to),
      ended({ exchange, isSent }, tick, hasFailed, failure) {
        exchange.isSent ||= isSent;
        const call = exchange.end(hasFailed, failure, tick);
        if (call !== undefined && 'then' in call) {
          const later: Promise<void> = call.then(guarded(options.onCall)).finally(() => inflating.delete(later));
          inflating.add(later);
          later.catch((error: unknown) => diag.error('ai-finops: a call could not be read', error));
        } else if (call !== undefined) {
          options.onCall(call);
        }
      },
    },
    options.lingerMs
  );
  const hearing = { options, log };

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
    const active = activeContext();
    markSuperseded(active);
    const heard = new HeardExchange(hearing, match, active, request.headers);
    exchanges.set(request, heard);
    options.onBegin();
    if (shown.has(Object.getPrototypeOf(request) as object)) {
      heard.source = 'channel';
    } else {
      shadowBody(request, heard);
    }
  };

  const fromChannel = (request: UndiciRequest): HeardExchange | undefined => {
    const heard = exchanges.get(request);
    if (heard === undefined) {
      return undefined;
    }
    if (heard.source !== 'channel') {
      // Also where this one was shadowed: its chunks came here all the same, and no other of its class need be.
      shown.add(Object.getPrototypeOf(request) as object);
      heard.source ??= 'channel';
    }
    return heard.source === 'channel' ? heard : undefined;
  };

  const end = (request: UndiciRequest, hasFailed: boolean, failure: unknown) => {
    const heard = exchanges.get(request);
    if (heard !== undefined) {
      exchanges.delete(request);
      heard.end(hasFailed, failure);
    }
  };

  const stop = subscribeAll<never>({
    'undici:request:create': create,
    'undici:request:bodyChunkSent': ({ request, chunk }: { request: UndiciRequest; chunk: Uint8Array }) =>
      fromChannel(request)?.readRequest(chunk),
    'undici:request:bodySent': ({ request }: { request: UndiciRequest }) => {
      const heard = exchanges.get(request);
      if (heard) {
        heard.isSent = true;
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
    stop() {
      stop();
      log.readAll();
    },
    catchUp: log.readAll,
    async settled() {
      await log.readInTurns();
      await Promise.allSettled(inflating);
    },
  };
}
