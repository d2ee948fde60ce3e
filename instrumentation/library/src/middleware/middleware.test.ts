import { serve as serveHono } from '@hono/node-server';
import express, { type Request as ExpressRequest } from 'express';
import fastify, { type FastifyRequest } from 'fastify';
import { Hono, type Context } from 'hono';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NextRequest } from 'next/server.js';
import { attributionStorage, resolveAttribution } from '../attribution/index.ts';
import {
  expressAttribution,
  fastifyAttribution,
  honoAttribution,
  withRequestAttribution,
  withRouteAttribution,
} from './index.ts';

const REQUESTS = 400;

/** What an AI call made now would be booked on, after the event loop has gone round a few times, with others in between. */
async function bookedOn(): Promise<object> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
  }
  const { tenant, feature, requestPath } = resolveAttribution(attributionStorage.getStore(), {}, false);
  return { tenant, feature, requestPath };
}
const tenantOf = (headers: IncomingMessage['headers']) => {
  if (headers['x-tenant'] === 'broken') {
    throw new Error('no tenant');
  }
  return { feature: 'tickets', tenant: String(headers['x-tenant']) };
};

interface Started {
  readonly server: Pick<Server, 'address' | 'close'>;
  /** Where the template is kept: of a path with an id in it. */
  readonly requestPath: string | undefined;
}

const servers: Record<string, () => Promise<Started>> = {
  async http() {
    const server = createServer(
      withRequestAttribution(
        async (_request, response) => void response.end(JSON.stringify(await bookedOn())),
        (request) => tenantOf(request.headers)
      )
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { server, requestPath: undefined };
  },
  async express() {
    const app = express();
    app.use(expressAttribution((request: ExpressRequest) => tenantOf(request.headers)));
    app.use(express.json());
    const router = express.Router({ mergeParams: true });
    router.post('/tickets/:id/summary', async (_request, response) => void response.json(await bookedOn()));
    app.use('/workspaces/:workspace', router);
    app.use(
      ((_error, _request, response, _next) => void response.status(500).end('{}')) as express.ErrorRequestHandler
    );
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { server, requestPath: '/workspaces/:workspace/tickets/:id/summary' };
  },
  async fastify() {
    const app = fastify();
    await app.register(fastifyAttribution((request: FastifyRequest) => tenantOf(request.headers)));
    app.post('/workspaces/:workspace/tickets/:id/summary', async () => bookedOn());
    await app.listen({ port: 0, host: '127.0.0.1' });
    return { server: app.server, requestPath: '/workspaces/:workspace/tickets/:id/summary' };
  },
  async hono() {
    const app = new Hono();
    app.use(honoAttribution((context: Context) => tenantOf({ 'x-tenant': context.req.header('x-tenant') })));
    app.post('/workspaces/:workspace/tickets/:id/summary', async (context) => context.json(await bookedOn()));
    const server = serveHono({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
    await once(server, 'listening');
    return { server, requestPath: '/workspaces/:workspace/tickets/:id/summary' };
  },
};

it.each(Object.entries(servers))(
  '%s: books interleaved requests on who made them, on the route',
  async (_name, start) => {
    const { server, requestPath } = await start();
    const { port } = server.address() as AddressInfo;
    const ask = async (tenant: string, id: string) => {
      const response = await fetch(`http://127.0.0.1:${port}/workspaces/acme/tickets/${id}/summary?key=secret`, {
        method: 'POST',
        headers: { 'x-tenant': tenant, 'content-type': 'application/json' },
        body: '{}',
      });
      return (await response.json()) as object;
    };
    const found = await Promise.all(Array.from({ length: REQUESTS }, (_, at) => ask(`tenant-${at}`, `t-${at}`)));
    expect(found).toEqual(
      Array.from({ length: REQUESTS }, (_, at) => ({
        tenant: `tenant-${at}`,
        feature: 'tickets',
        ...(requestPath === undefined ? {} : { requestPath }),
      }))
    );
    // What cannot be attributed is served all the same.
    expect(await ask('broken', '1')).toMatchObject({ tenant: 'unallocated', feature: 'unallocated' });
    await new Promise((resolve) => server.close(resolve));
  }
);

it('next: books a route handler on its template, whatever form the parameters have', async () => {
  const handler = withRouteAttribution(
    async (_request: NextRequest, _context: { params: Promise<object> }) => Response.json(await bookedOn()),
    (request) => tenantOf({ 'x-tenant': request.headers.get('x-tenant') ?? '' })
  );
  const ask = async (path: string, params: object, tenant: string) => {
    const request = new NextRequest(`http://localhost${path}?key=secret`, { headers: { 'x-tenant': tenant } });
    return (await (await handler(request, { params: Promise.resolve(params) })).json()) as object;
  };
  const found = await Promise.all(
    Array.from({ length: REQUESTS }, (_, at) =>
      ask(`/api/tickets/${at}/parts/a/b%20c`, { id: `${at}`, rest: ['a', 'b c'] }, `t${at}`)
    )
  );
  expect(found).toEqual(
    Array.from({ length: REQUESTS }, (_, at) => ({
      tenant: `t${at}`,
      feature: 'tickets',
      requestPath: '/api/tickets/[id]/parts/[...rest]',
    }))
  );
});

it('passes on what handlers throw, and what middleware further on does', async () => {
  const own = new Error('own');
  const throws = () => {
    throw own;
  };
  expect(() => withRequestAttribution(throws, () => ({}))({ headers: {} } as never, undefined as never)).toThrow(own);
  expect(() => expressAttribution()({ baseUrl: '', params: {} }, undefined, throws)).toThrow(own);
  await expect(honoAttribution()({ req: { routePath: '/' } }, () => Promise.reject(own))).rejects.toBe(own);
  await expect(
    withRouteAttribution(() => Promise.reject(own))(new Request('http://h/'), {
      params: Promise.reject(new Error('p')),
    })
  ).rejects.toBe(own);
});

it('masks the values of mounted parameters that Express no longer knows', async () => {
  const app = express();
  app.use(expressAttribution());
  const router = express.Router();
  router.get('/', async (_request, response) => void response.json(await bookedOn()));
  app.use('/v1/users/:user', router);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/users/ann%40example.com`);
  expect(await response.json()).toMatchObject({ requestPath: '/v1/users/*' });
  await new Promise((resolve) => server.close(resolve));
});
