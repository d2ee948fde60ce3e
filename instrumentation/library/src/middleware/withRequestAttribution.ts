import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AttributionOf } from './attributionOf.ts';
import { runRequest } from './runRequest.ts';

/**
 * A request listener for `node:http` that runs `handler` with the request's attribution. Such a server has no route
 * templates: give `requestPath` yourself, never the URL.
 *
 * @example createServer(withRequestAttribution(handler, (request) => ({ feature: 'chat', tenant: tenantOf(request) })))
 */
export function withRequestAttribution<Result>(
  handler: (request: IncomingMessage, response: ServerResponse) => Result,
  attributionOf: AttributionOf<IncomingMessage>
): (request: IncomingMessage, response: ServerResponse) => Result {
  return (request, response) =>
    runRequest(request, attributionOf, request.headers, undefined, () => handler(request, response));
}
