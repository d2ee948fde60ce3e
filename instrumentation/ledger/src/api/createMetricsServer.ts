import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const TEXT = 'text/plain; version=0.0.4; charset=utf-8';

/** What is scraped: each may be there later than the doors. */
interface Scraped {
  /** `/metrics` as text, in pieces. */
  metrics(): Promise<readonly Uint8Array[]>;
  /** `/metrics/closes` as text, gzip'ed. */
  closes(): Promise<Uint8Array>;
}

interface MetricsOptions {
  /** Why nothing can be booked now, for `/readyz`. */
  readonly readiness?: () => Promise<string | undefined>;
  readonly createServer?: (listener: RequestListener) => Server;
}

/**
 * What Prometheus scrapes: `/metrics` (live) and `/metrics/closes` (dated samples of the last two closed days).
 */
export function createMetricsServer(scraped: Scraped, options: MetricsOptions = {}): Server {
  return (options.createServer ?? createServer)((request, response) => {
    void handle(scraped, options, request, response).catch(() => {
      response.statusCode = 500;
      response.end('the metrics could not be read\n');
    });
  });
}

async function handle(
  scraped: Scraped,
  { readiness }: MetricsOptions,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const path = request.url?.split('?')[0];
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
  } else if (path === '/metrics') {
    const pieces = await scraped.metrics();
    const length = pieces.reduce((bytes, piece) => bytes + piece.length, 0);
    response.writeHead(200, { 'content-type': TEXT, 'content-length': length });
    pieces.forEach((piece) => response.write(piece));
    response.end();
  } else if (path === '/metrics/closes') {
    const zipped = await scraped.closes();
    const gzipped = /\bgzip\b(?!\s*;\s*q=0(\.0+)?\s*(,|$))/i.test(String(request.headers['accept-encoding'] ?? ''));
    const bytes = gzipped ? zipped : await promisify(gunzip)(zipped);
    response.writeHead(200, {
      'content-type': TEXT,
      vary: 'accept-encoding',
      ...(gzipped ? { 'content-encoding': 'gzip' } : {}),
    });
    response.end(bytes);
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
