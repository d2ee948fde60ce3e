import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { flush } from '@ai-finops/instrumentation';
import type { ServiceRequest } from './serviceRequest.ts';

/** Answers a request: with what it returns as JSON, or with what it wrote. */
type Handler = (request: ServiceRequest) => Promise<object | undefined>;

/**
 * Serves `routes` (`POST /answers` → handler) on PORT (default: any free one) until SIGTERM, then finishes what is under
 * way and hands over the last records. Tells its parent process the port.
 */
export function startService(routes: Readonly<Record<string, Handler>>): void {
  const server = createServer((request, response) => {
    answer(routes, request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) {
        response.destroy();
      } else {
        response.writeHead(502).end(String(error));
      }
    });
  });
  server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
    process.send?.({ port: (server.address() as AddressInfo).port });
  });
  const stop = (): void => {
    server.close(() => void flush().finally(() => process.exit(0)));
    server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  // Ctrl-C reaches the whole group; the parent ends the services once nobody visits them any more.
  process.on('SIGINT', () => undefined);
  // Without its parent a demo service has no purpose.
  process.once('disconnect', stop);
}

async function answer(
  routes: Readonly<Record<string, Handler>>,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const handler = routes[`${request.method} ${request.url}`];
  if (!handler) {
    response.writeHead(404).end();
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) {
    chunks.push(chunk);
  }
  const hangUp = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) {
      hangUp.abort();
    }
  });
  const { 'x-tenant': tenant, 'x-user': user } = request.headers;
  const result = await handler({
    tenant: typeof tenant === 'string' ? tenant : undefined,
    user: typeof user === 'string' ? user : undefined,
    body: JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as Record<string, string>,
    signal: hangUp.signal,
    write: (text) => response.write(text),
  });
  if (result === undefined) {
    response.end();
  } else {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  }
}
