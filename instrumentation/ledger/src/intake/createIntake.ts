import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { NEEDS_TOKEN, type Gate } from './acceptsBearer.ts';
import { Admission } from './admission.ts';
import { exportResponse } from './exportResponse.ts';
import { readBody } from './readBody.ts';
import { rpcStatus } from './rpcStatus.ts';
import type { TraceBody, TraceEncoding } from './traceBody.ts';
import type { TraceOutcome } from './traceOutcome.ts';

export interface IntakeLimits {
  /** Largest body as sent. */
  readonly bodyBytes: number;
  /** Bodies held in memory at once; past it senders are told to come back. */
  readonly inFlightBytes: number;
}

export interface IntakeOptions {
  readonly limits: IntakeLimits;
  /** Resolves once the body's rows are durable. Never rejects. */
  append(body: TraceBody): Promise<TraceOutcome>;
  onResponse?(httpStatus: number): void;
  /** Who may send; everybody where it is left out. */
  readonly gate?: Gate | undefined;
  /** Why nothing can be booked now, for `/readyz`. */
  readonly readiness?: () => Promise<string | undefined>;
  readonly createServer?: (listener: RequestListener) => Server;
}

export interface Intake {
  readonly server: Server;
  readonly admission: Admission;
}

interface Answer {
  readonly httpStatus: number;
  readonly message?: string;
  readonly body?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

const ENCODINGS: Readonly<Record<string, TraceEncoding>> = {
  'application/x-protobuf': 'protobuf',
  'application/json': 'json',
};
const SIGNALS: Readonly<Record<string, 'traces' | 'metrics'>> = { '/v1/traces': 'traces', '/v1/metrics': 'metrics' };
const CONTENT_TYPE = { protobuf: 'application/x-protobuf', json: 'application/json' } as const;
const FAILURE = { malformed: 400, too_large: 413, unavailable: 503 } as const;

/** The OTLP/HTTP door: `POST /v1/traces` and `/v1/metrics`, protobuf or JSON, gzip or not. Answers 200 only for what is on disk. */
export function createIntake(options: IntakeOptions): Intake {
  const admission = new Admission(options.limits.inFlightBytes);
  const server = (options.createServer ?? createServer)((request, response) => {
    const encoding = ENCODINGS[(request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''];
    void answer(request, encoding, options, admission)
      .catch((): Answer => ({ httpStatus: 503, message: 'the ledger could not handle the request' }))
      .then((result) => {
        options.onResponse?.(result.httpStatus);
        send(request, response, encoding ?? 'json', result);
      });
  });
  // Longer than senders keep idle connections, so that it is they who close them.
  server.keepAliveTimeout = 65_000;
  return { server, admission };
}

async function answer(
  request: IncomingMessage,
  encoding: TraceEncoding | undefined,
  options: IntakeOptions,
  admission: Admission
): Promise<Answer> {
  const path = request.url?.split('?')[0];
  if (path === '/healthz' && request.method === 'GET') {
    return { httpStatus: 200, body: Buffer.from('ok\n') };
  }
  if (path === '/readyz' && request.method === 'GET') {
    const reason = await options.readiness?.();
    return reason === undefined ? { httpStatus: 200, body: Buffer.from('ok\n') } : { httpStatus: 503, message: reason };
  }
  if (options.gate?.(request.headers.authorization) === false) {
    return { httpStatus: 401, message: NEEDS_TOKEN, headers: { 'www-authenticate': 'Bearer' } };
  }
  const signal = Object.hasOwn(SIGNALS, path ?? '') ? SIGNALS[path ?? ''] : undefined;
  if (signal === undefined) {
    return { httpStatus: 404, message: 'the ledger takes traces at /v1/traces, metrics of tokens at /v1/metrics' };
  }
  if (request.method !== 'POST') {
    return { httpStatus: 405, message: 'use POST', headers: { allow: 'POST' } };
  }
  if (!encoding) {
    return { httpStatus: 415, message: 'send application/x-protobuf or application/json' };
  }
  const coding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (coding !== 'gzip' && coding !== 'identity') {
    return { httpStatus: 415, message: 'send gzip or no content-encoding', headers: { 'accept-encoding': 'gzip' } };
  }
  const read = await readBody(request, options.limits.bodyBytes, admission);
  if (read.kind !== 'read') {
    admission.release(read.heldBytes);
    return NOT_READ[read.kind];
  }
  // The bytes move to the store's thread: note their number first.
  const held = read.bytes.length;
  try {
    const outcome = await options.append({ bytes: read.bytes, encoding, gzip: coding === 'gzip', signal });
    return outcome.kind === 'kept'
      ? { httpStatus: 200, body: exportResponse(encoding, outcome.refused, signal) }
      : { httpStatus: FAILURE[outcome.kind], message: outcome.message };
  } finally {
    admission.release(held);
  }
}

const NOT_READ = {
  too_large: { httpStatus: 413, message: 'the body is too large: send smaller batches' },
  no_room: { httpStatus: 429, message: 'too much in flight: try again', headers: { 'retry-after': '1' } },
  cut_off: { httpStatus: 400, message: 'the body ended early' },
} as const;

function send(request: IncomingMessage, response: ServerResponse, encoding: TraceEncoding, answer: Answer): void {
  const body = answer.body ?? rpcStatus(encoding, answer.httpStatus, answer.message ?? '');
  if (!request.complete) {
    // The rest of the body is not worth reading; the connection cannot be used again.
    response.shouldKeepAlive = false;
    request.resume();
  }
  const retry = answer.httpStatus === 503 ? { 'retry-after': '1' } : {};
  response.writeHead(answer.httpStatus, {
    'content-type': CONTENT_TYPE[encoding],
    'content-length': body.length,
    ...retry,
    ...answer.headers,
  });
  response.end(body);
}
