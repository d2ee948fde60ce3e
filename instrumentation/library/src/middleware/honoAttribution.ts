import type { AttributionOf } from './attributionOf.ts';
import { runRequest } from './runRequest.ts';

/** What is used of Hono's context. */
export interface HonoContext {
  readonly req: { readonly routePath: string; readonly raw?: Request };
}

/**
 * Middleware for Hono, on Node: the rest of the request runs with its attribution, and its route template is the request path.
 *
 * @example app.use(honoAttribution((c) => ({ feature: 'chat', tenant: c.get('workspace') })))
 */
export function honoAttribution<Context extends HonoContext>(attributionOf?: AttributionOf<Context>) {
  return (context: Context, next: () => Promise<void>): Promise<void> =>
    runRequest(context, attributionOf, context.req.raw?.headers, () => context.req.routePath, next);
}
