import type { IncomingHttpHeaders } from 'node:http';
import type { JsonObject } from './jsonObject.ts';
import type { Steering } from './steering.ts';

/**
 * Steering of one request: the `x-sim` header, else `metadata["x-sim"]` of the body, else none.
 *
 * @throws SyntaxError where it is not JSON
 */
export function readSteering(headers: IncomingHttpHeaders, body: JsonObject): Steering {
  const header = headers['x-sim'];
  const metadata = body['metadata'] as JsonObject | null | undefined;
  const text = typeof header === 'string' ? header : metadata?.['x-sim'];
  return typeof text === 'string' ? (JSON.parse(text) as Steering) : {};
}
