import type { IncomingMessage, ServerResponse } from 'node:http';
import { NEEDS_TOKEN, type Gate } from '../intake/acceptsBearer.ts';
import type { RecordAuthor } from '../store/recordEntry.ts';
import { ApiRefusal } from './apiRefusal.ts';
import { describeIssue } from './describeIssue.ts';
import { hasTraversal } from './hasTraversal.ts';
import type { VerifyGrafanaToken } from './identity/grafanaTokens.ts';
import { hasRole } from './identity/hasRole.ts';
import { identify } from './identity/identify.ts';
import { parseQuery } from './parseQuery.ts';
import { pathNames } from './pathNames.ts';
import { readJson } from './readJson.ts';
import type { Answer, Route } from './route.ts';

export interface Admission {
  /** Who may ask; everybody where it is left out. */
  readonly gate?: Gate | undefined;
  /** Who asks is verified by it; undefined where no Grafana is trusted. */
  readonly verify?: VerifyGrafanaToken | undefined;
}

/**
 * Finds the route of a request, checks who asks and what, and answers; undefined where the route did so itself.
 *
 * @throws ApiRefusal
 */
export async function dispatch(
  routes: readonly Route[],
  { gate, verify }: Admission,
  request: IncomingMessage,
  response: ServerResponse
): Promise<Answer | undefined> {
  const target = request.url ?? '/';
  if (hasTraversal(target)) {
    throw new ApiRefusal(400, 'the path has a dot segment');
  }
  const cut = target.indexOf('?');
  const path = cut < 0 ? target : target.slice(0, cut);
  const found = routes.flatMap((route) => {
    const names = pathNames(route.path, path);
    return names ? [{ route, names }] : [];
  });
  const methods = found.map(({ route }) => route);
  if (!methods.some(({ isOpen }) => isOpen) && gate?.(request.headers.authorization) === false) {
    response.setHeader('www-authenticate', 'Bearer');
    throw new ApiRefusal(401, NEEDS_TOKEN);
  }
  if (methods.length === 0) {
    throw new ApiRefusal(404, 'not found');
  }
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const { route, names } = found.find((one) => one.route.method === method) ?? {};
  if (!route) {
    const allowed = methods.map((one) => one.method);
    response.setHeader('allow', allowed.join(', '));
    throw new ApiRefusal(405, `use ${allowed.join(' or ')}`);
  }
  const query = parseQuery(route.query, cut < 0 ? '' : target.slice(cut + 1), names);
  const by = route.method === 'GET' ? READER : await writer(route, request, gate !== undefined, verify);
  const body = route.method === 'GET' ? undefined : await parseBody(route, request);
  return route.handle({ query, body, by, request, response });
}

/** Reading takes no name. */
const READER: RecordAuthor = { name: 'unverified', proof: 'none' };

async function writer(
  { role: needed = 'Admin' }: Route,
  request: IncomingMessage,
  hasShownToken: boolean,
  verify: VerifyGrafanaToken | undefined
): Promise<RecordAuthor> {
  // A browser cannot send JSON across origins unasked: no page can write behind its reader's back.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new ApiRefusal(415, 'send application/json');
  }
  const { by, role } = await identify(request.headers, hasShownToken, verify);
  if (!hasRole(role, needed)) {
    throw new ApiRefusal(403, `it takes the role ${needed} in Grafana, not ${role}`);
  }
  return by;
}

async function parseBody({ body }: Route, request: IncomingMessage): Promise<unknown> {
  const json = await readJson(request);
  if (json === undefined) {
    throw new ApiRefusal(400, 'send JSON, at most 64 KiB of it');
  }
  const parsed = body?.safeParse(json);
  if (parsed && !parsed.success) {
    const { error, field } = describeIssue(parsed.error);
    throw new ApiRefusal(400, error, { field });
  }
  return parsed?.data;
}
