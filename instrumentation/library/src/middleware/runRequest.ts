import { diag } from '@opentelemetry/api';
import {
  attributionStorage,
  cleanAttribution,
  inboundAttribution,
  type Attribution,
  type Headers,
} from '../attribution/index.ts';
import type { AttributionOf } from './attributionOf.ts';

/** Runs the rest of a request with its attribution: what the caller sent along, if that is on, and what is said here. `route` is asked for only if the request makes an AI call. */
export function runRequest<Request, Result>(
  request: Request,
  attributionOf: AttributionOf<Request> | undefined,
  headers: Headers | undefined,
  route: (() => string | undefined) | undefined,
  rest: () => Result
): Result {
  let attribution: Attribution = {};
  try {
    attribution = attributionOf?.(request) ?? {};
  } catch (error) {
    diag.error('ai-finops: a request could not be attributed; it goes on without', error);
  }
  const inbound = headers === undefined ? {} : inboundAttribution(headers);
  const store = { ...attributionStorage.getStore(), ...inbound, ...cleanAttribution(attribution), route };
  return attributionStorage.run(store, rest);
}
