import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { CloseFamily } from '../closes/closeFamily.ts';
import type { Closer } from '../closes/createCloser.ts';
import { exportOpenMetrics } from '../closes/exportOpenMetrics.ts';
import { NEEDS_TOKEN, type Gate } from '../intake/acceptsBearer.ts';
import { dayText } from '../store/dayText.ts';
import { eventDay } from '../store/eventDay.ts';
import { parseDay } from '../store/parseDay.ts';
import type { Store } from '../store/store.ts';
import { hasTraversal } from './hasTraversal.ts';
import { listDays } from './listDays.ts';
import { listCloses } from './listCloses.ts';
import { readJson } from './readJson.ts';
import { sendExport } from './sendExport.ts';
import { sendJson } from './sendJson.ts';

export interface ApiParts {
  readonly books: Store['books'];
  readonly closer: Closer;
  /** Families of the closes that do not come from the books. */
  readonly otherFamilies?: readonly CloseFamily[];
  readonly now: () => number;
  /** Who may ask; everybody where it is left out. */
  readonly gate?: Gate | undefined;
  /** Why nothing can be booked now, for `/readyz`. */
  readonly readiness?: () => Promise<string | undefined>;
  readonly createServer?: (listener: RequestListener) => Server;
}

type Handler = (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => void | Promise<void>;

const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz']);
const closesBody = z.object({ through: z.string() });

/** The ledger's API for Grafana and the command line; it serves nothing else. */
export function createApi({ books, closer, otherFamilies, now, gate, readiness, ...parts }: ApiParts): Server {
  const routes: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
    '/healthz': { GET: (_request, response) => sendJson(response, 200, { status: 'ok' }) },
    '/readyz': {
      GET: async (_request, response) => {
        const reason = await readiness?.();
        sendJson(response, reason === undefined ? 200 : 503, { status: reason ?? 'ok' });
      },
    },
    '/api/v1/days': {
      GET: (_request, response) =>
        sendJson(response, 200, { days: listDays(books.days(), books.dayTotals(), eventDay(now())) }),
    },
    '/api/v1/closes': {
      GET: (_request, response) => sendJson(response, 200, listCloses(books.days(), closer.scheduled())),
      POST: async (request, response) => {
        // A browser cannot send JSON across origins unasked: no page can close books behind its reader's back.
        if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
          return sendJson(response, 415, { error: 'send application/json' });
        }
        const body = closesBody.safeParse(await readJson(request));
        const through = body.success ? parseDay(body.data.through) : undefined;
        if (through === undefined) {
          return sendJson(response, 400, { error: 'send {"through":"YYYY-MM-DD"}' });
        }
        const closed = await closer.closeThrough(through);
        sendJson(response, 200, { closed: closed.map(dayText) });
      },
    },
    '/api/v1/export/openmetrics': {
      GET: async (_request, response, query) => {
        const [from, to] = ['from', 'to'].map((name) => {
          const text = query.get(name);
          return text === null ? undefined : (parseDay(text) ?? NaN);
        });
        if (Number.isNaN(from) || Number.isNaN(to)) {
          return sendJson(response, 400, { error: 'from and to are UTC days: YYYY-MM-DD' });
        }
        await sendExport(response, exportOpenMetrics(books, { from, to }, otherFamilies));
      },
    },
  };

  return (parts.createServer ?? createServer)((request, response) => {
    void handle(routes, gate, request, response).catch((error: unknown) => {
      if (response.headersSent) {
        response.destroy();
      } else {
        sendJson(response, 500, { error: error instanceof Error ? error.message : 'failed' });
      }
    });
  });
}

async function handle(
  routes: Readonly<Record<string, Readonly<Record<string, Handler>>>>,
  gate: Gate | undefined,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const target = request.url ?? '/';
  if (hasTraversal(target)) {
    return sendJson(response, 400, { error: 'the path has a dot segment' });
  }
  const [path = '/', query = ''] = target.split('?');
  if (!PROBES.has(path) && gate?.(request.headers.authorization) === false) {
    response.setHeader('www-authenticate', 'Bearer');
    return sendJson(response, 401, { error: NEEDS_TOKEN });
  }
  const methods = Object.hasOwn(routes, path) ? routes[path] : undefined;
  if (!methods) {
    return sendJson(response, 404, { error: 'not found' });
  }
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '');
  const handler = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!handler) {
    response.setHeader('allow', Object.keys(methods).join(', '));
    return sendJson(response, 405, { error: `use ${Object.keys(methods).join(' or ')}` });
  }
  await handler(request, response, new URLSearchParams(query));
}
