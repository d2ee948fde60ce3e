import type { Headers } from '../attribution/index.ts';
import type { AttributionOf } from './attributionOf.ts';
import { runRequest } from './runRequest.ts';

/** What is used of Fastify's request, alike in Fastify 4 and 5. */
export interface FastifyRequestLike {
  readonly headers?: Headers;
  readonly routeOptions: { readonly url?: string | undefined };
}
interface Fastify<Request> {
  addHook(name: 'preHandler', hook: (request: Request, reply: unknown, done: () => void) => void): unknown;
}

/**
 * Plugin for Fastify: handlers, and hooks from preHandler on, run with the request's attribution, and the route's URL
 * template is the request path. Validation, body and authentication are done by then, so `attributionOf` may use them.
 *
 * @example app.register(fastifyAttribution((request) => ({ feature: 'chat', tenant: request.user.workspace })))
 */
export function fastifyAttribution<Request extends FastifyRequestLike>(attributionOf?: AttributionOf<Request>) {
  const plugin = (app: Fastify<Request>, _options: unknown, done: () => void) => {
    app.addHook('preHandler', (request, _reply, next) =>
      runRequest(request, attributionOf, request.headers, () => request.routeOptions.url, next)
    );
    done();
  };
  // For the routes of whoever registers it, not only of the plugin's own scope.
  return Object.assign(plugin, { [Symbol.for('skip-override')]: true });
}
