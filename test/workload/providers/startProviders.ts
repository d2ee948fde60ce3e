import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anthropicWire } from './anthropic/anthropicWire.ts';
import { vertexWire } from './anthropic/vertexWire.ts';
import { compatibleWire } from './compatible/compatibleWire.ts';
import { dialects } from './compatible/dialects.ts';
import { ExchangeHandler } from './exchangeHandler.ts';
import { azureWire } from './openai/azureWire.ts';
import { embeddingsWire } from './openai/embeddingsWire.ts';
import { openaiWire } from './openai/openaiWire.ts';
import { responsesWire } from './openai/responsesWire.ts';
import { Inbox } from './inbox.ts';
import { PromptCache } from './promptCache.ts';
import { readBody } from './readBody.ts';
import { sendJson } from './sendJson.ts';
import type { Settings } from './settings.ts';
import type { TruthEntry } from './truthEntry.ts';
import { TruthLog } from './truthLog.ts';
import type { Wire } from './wire.ts';

export interface Providers {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly openaiUrl: string;
  readonly anthropicUrl: string;
  /** Below it `openai/deployments/<any>/chat/completions`: the `endpoint` of an Azure client. */
  readonly azureUrl: string;
  /** Below it Anthropic's models of Google Vertex. */
  readonly vertexUrl: string;
  /** Base URL of a provider that speaks OpenAI's chat completions: groq, deepseek, mistral, moonshot, xai, openrouter. */
  compatibleUrl(name: string): string;
  truth(): readonly TruthEntry[];
  /** Forgets every booked exchange and every cached prompt. */
  clear(): void;
  close(): Promise<void>;
}

/**
 * Starts the simulated OpenAI, Anthropic, Azure OpenAI, Anthropic on Vertex and compatible providers on one port (0 picks a free one), with the truth log at `/truth`, and where the company's people read
 * their messages: alerts are sent to `/inbox/<whose>` and read at `/inbox`.
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
  const inbox = new Inbox();
  const settings = { firstByteMs, paceMs, refuseEvery };
  const by = (wire: Wire) => new ExchangeHandler(wire, settings, truth, cache);
  const handlers: Readonly<Record<string, ExchangeHandler>> = {
    'POST /openai/v1/chat/completions': by(openaiWire),
    'POST /openai/v1/responses': by(responsesWire),
    'POST /openai/v1/embeddings': by(embeddingsWire),
    'POST /anthropic/v1/messages': by(anthropicWire),
    ...Object.fromEntries(
      Object.entries(dialects).map(([name, dialect]) => [
        `POST /${name}/v1/chat/completions`,
        by(compatibleWire(dialect)),
      ])
    ),
  };
  /** Where the path names a model: its first group. */
  const patterns: readonly (readonly [RegExp, ExchangeHandler])[] = [
    [/^POST \/azure\/openai\/deployments\/([^/]+)\/chat\/completions$/, by(azureWire)],
    [/^POST \/vertex\/.*\/publishers\/anthropic\/models\/([^/:]+):(?:streamR|r)awPredict$/, by(vertexWire)],
  ];
  const clear = (): void => {
    truth.clear();
    cache.clear();
  };
  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const where = `${request.method} ${(request.url ?? '').split('?', 1)[0]}`;
    const handler = handlers[where];
    const named = patterns.find(([pattern]) => pattern.test(where));
    if (handler) {
      await handler.handle(request, response);
    } else if (named) {
      const [pattern, namedHandler] = named;
      await namedHandler.handle(request, response, decodeURIComponent(pattern.exec(where)?.[1] ?? ''));
    } else if (where === 'GET /truth') {
      sendJson(response, 200, {}, truth.entries());
    } else if (where === 'DELETE /truth') {
      clear();
      response.writeHead(204).end();
    } else if (where.startsWith('POST /inbox/')) {
      inbox.take(where.slice('POST /inbox/'.length), await readBody(request));
      response.writeHead(204).end();
    } else if (where === 'GET /inbox') {
      sendJson(response, 200, {}, inbox.messages);
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
  // Connections are kept as long as clients like: one that is closed while a call is on its way there fails the call.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    url,
    openaiUrl: `${url}/openai/v1`,
    anthropicUrl: `${url}/anthropic`,
    azureUrl: `${url}/azure`,
    vertexUrl: `${url}/vertex/v1`,
    compatibleUrl: (name) => `${url}/${name}/v1`,
    truth: () => truth.entries(),
    clear,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
