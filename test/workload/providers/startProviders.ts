import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anthropicWire } from './anthropic/anthropicWire.ts';
import { ExchangeHandler } from './exchangeHandler.ts';
import { openaiWire } from './openai/openaiWire.ts';
import { PromptCache } from './promptCache.ts';
import { sendJson } from './sendJson.ts';
import type { Settings } from './settings.ts';
import type { TruthEntry } from './truthEntry.ts';
import { TruthLog } from './truthLog.ts';

export interface Providers {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly openaiUrl: string;
  readonly anthropicUrl: string;
  truth(): readonly TruthEntry[];
  /** Forgets every booked exchange and every cached prompt. */
  clear(): void;
  close(): Promise<void>;
}

/**
 * Starts the simulated OpenAI and Anthropic on one port (0 picks a free one), with the truth log at `/truth`.
 *
 * @throws Error of the socket where the port is taken
 */
export async function startProviders({
  port = 0,
  host = '127.0.0.1',
  firstByteMs = 15,
  paceMs = 2,
  refuseEvery = 0,
}: Partial<Settings> & { port?: number; host?: string } = {}): Promise<Providers> {
  const truth = new TruthLog();
  const cache = new PromptCache();
  const settings = { firstByteMs, paceMs, refuseEvery };
  const handlers: Readonly<Record<string, ExchangeHandler>> = {
    'POST /openai/v1/chat/completions': new ExchangeHandler(openaiWire, settings, truth, cache),
    'POST /anthropic/v1/messages': new ExchangeHandler(anthropicWire, settings, truth, cache),
  };
  const clear = (): void => {
    truth.clear();
    cache.clear();
  };
  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const where = `${request.method} ${(request.url ?? '').split('?', 1)[0]}`;
    const handler = handlers[where];
    if (handler) {
      await handler.handle(request, response);
    } else if (where === 'GET /truth') {
      sendJson(response, 200, {}, truth.entries());
    } else if (where === 'DELETE /truth') {
      clear();
      response.writeHead(204).end();
    } else if (where === 'GET /healthz') {
      sendJson(response, 200, {}, { status: 'ok' });
    } else {
      sendJson(response, 404, {}, { error: { message: `Invalid URL (${where})`, type: 'invalid_request_error' } });
    }
  };
  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      // A client that goes away in the middle of its own request ends here; anything else is worth a line.
      if (!request.destroyed) {
        console.error('simulated provider:', error);
      }
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    url,
    openaiUrl: `${url}/openai/v1`,
    anthropicUrl: `${url}/anthropic`,
    truth: () => truth.entries(),
    clear,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
