import type { AttributionOf } from './attributionOf.ts';
import { runRequest } from './runRequest.ts';

interface RouteContext {
  /** A promise from Next.js 15 on. */
  readonly params?: unknown;
}

/**
 * A Next.js route handler (App Router, Node runtime) that runs `handler` with the request's attribution. The request path is
 * the URL's path with parameters in Next's notation, e.g. `/api/tickets/[id]`.
 *
 * @example export const POST = withRouteAttribution(handler, (request) => ({ feature: 'chat' }))
 */
export function withRouteAttribution<HandlerRequest extends Request, Context extends RouteContext | undefined, Result>(
  handler: (request: HandlerRequest, context: Context) => Result,
  attributionOf?: AttributionOf<HandlerRequest>
): (request: HandlerRequest, context: Context) => Result {
  return (request, context) => {
    let parameters: unknown = context?.params ?? {};
    if (parameters instanceof Promise) {
      const pending: Promise<unknown> = parameters;
      parameters = undefined;
      // Known before any handler has read its parameters; a failure is the handler's to see.
      pending.then(
        (known) => (parameters = known),
        () => undefined
      );
    }
    const route = () =>
      typeof parameters === 'object' && parameters !== null ? template(request.url, parameters) : undefined;
    return runRequest(request, attributionOf, request.headers, route, () => handler(request, context));
  };
}

/** Parameters are put in order of length, so that a catch-all is found before a part of it. */
function template(url: string, parameters: object): string {
  let path = `${new URL(url).pathname}/`;
  const named = Object.entries(parameters as Record<string, string | readonly string[]>).map(([name, value]) =>
    typeof value === 'string' ? ([value, `[${name}]`] as const) : ([value.join('/'), `[...${name}]`] as const)
  );
  for (const [value, name] of named.toSorted(([a], [b]) => b.length - a.length)) {
    const encoded = value.split('/').map(encodeURIComponent).join('/');
    path = [value, encoded].reduce((text, part) => (part === '' ? text : text.replace(`/${part}/`, `/${name}/`)), path);
  }
  return path.slice(0, -1);
}
