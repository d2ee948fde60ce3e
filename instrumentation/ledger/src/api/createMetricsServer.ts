import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import type { Closer } from '../closes/createCloser.ts';

const TEXT = 'text/plain; version=0.0.4; charset=utf-8';

interface MetricsOptions {
  /** Why nothing can be booked now, for `/readyz`. */
  readonly readiness?: () => Promise<string | undefined>;
  /** What `/metrics` says that is written elsewhere. */
  readonly more?: () => Uint8Array;
  readonly createServer?: (listener: RequestListener) => Server;
}

/** What Prometheus scrapes: `/metrics` (live) and `/metrics/closes` (dated samples of the last two closed days). */
export function createMetricsServer(registry: Registry, closer: Closer, options: MetricsOptions = {}): Server {
  return (options.createServer ?? createServer)((request, response) => {
    void handle(registry, closer, options, request, response).catch(() => {
      response.statusCode = 500;
      response.end('the metrics could not be read\n');
    });
  });
}

async function handle(
  registry: Registry,
  closer: Closer,
  { readiness, more }: MetricsOptions,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const path = request.url?.split('?')[0];
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
  } else if (path === '/metrics') {
    response
      .writeHead(200, { 'content-type': TEXT })
      .end(Buffer.concat([Buffer.from(await registry.metrics()), more?.() ?? new Uint8Array()]));
  } else if (path === '/metrics/closes') {
    const { plain, gzip } = await closer.rendered();
    const gzipped = /\bgzip\b(?!\s*;\s*q=0(\.0+)?\s*(,|$))/i.test(String(request.headers['accept-encoding'] ?? ''));
    response.writeHead(200, {
      'content-type': TEXT,
      vary: 'accept-encoding',
      ...(gzipped ? { 'content-encoding': 'gzip' } : {}),
    });
    response.end(gzipped ? gzip : plain);
  } else if (path === '/healthz') {
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('ok\n');
  } else if (path === '/readyz') {
    const reason = await readiness?.();
    response.writeHead(reason === undefined ? 200 : 503, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(`${reason ?? 'ok'}\n`);
  } else {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('see /metrics and /metrics/closes\n');
  }
}
