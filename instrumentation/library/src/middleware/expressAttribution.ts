import type { Headers } from '../attribution/index.ts';
import type { AttributionOf } from './attributionOf.ts';
import { maskValues } from './maskValues.ts';
import { runRequest } from './runRequest.ts';

/** What is used of Express's request, alike in Express 4 and 5. */
export interface ExpressRequest {
  readonly baseUrl: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly headers?: Headers;
  /** Once a route has matched. */
  readonly route?: unknown;
}

/**
 * Middleware for Express: the rest of the request runs with its attribution, and its route template is the request path.
 * Express forgets the templates of mounted routers: parameters there are masked.
 *
 * @example app.use(expressAttribution((request) => ({ feature: 'chat', tenant: request.get('x-workspace') })))
 */
export function expressAttribution<Request extends ExpressRequest>(
  attributionOf?: AttributionOf<Request>
): (request: Request, response: unknown, next: () => void) => void {
  return (request, _response, next) =>
    runRequest(request, attributionOf, request.headers, () => template(request), next);
}

function template({ route, baseUrl, params }: ExpressRequest): string | undefined {
  const path: unknown = typeof route === 'object' && route !== null && 'path' in route ? route.path : undefined;
  if (path === undefined) {
    return undefined;
  }
  const own = Array.isArray(path) ? path.map(String).join('|') : String(path);
  return `${maskValues(baseUrl, params)}${own === '/' && baseUrl !== '' ? '' : own}`;
}
