import type { RequestListener, ServerResponse } from 'node:http';
import { Busy } from '../questions/busy.ts';
import { Unanswerable } from '../questions/unanswerable.ts';
import { ApiRefusal } from './apiRefusal.ts';
import { apiRoutes, type RouteParts } from './apiRoutes.ts';
import { dispatch, type Admission } from './dispatch.ts';
import { sendJson } from './sendJson.ts';

export interface ApiParts extends RouteParts, Admission {}

/** The ledger's API for Grafana and the command line, as what a server listens with; it serves nothing else. */
export function createApi(parts: ApiParts): RequestListener {
  const routes = apiRoutes(parts);
  return (request, response) => {
    void dispatch(routes, parts, request, response).then(
      (answer) => answer && sendJson(response, answer.httpStatus ?? 200, answer.body),
      (error: unknown) => sendError(response, error)
    );
  };
}

function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
  } else if (error instanceof ApiRefusal) {
    sendJson(response, error.httpStatus, { error: error.message, ...error.more });
  } else if (error instanceof Busy) {
    response.setHeader('retry-after', '1');
    sendJson(response, 503, { error: error.message });
  } else {
    const message = error instanceof Error ? error.message : 'failed';
    sendJson(response, error instanceof Unanswerable ? 400 : 500, { error: message });
  }
}
