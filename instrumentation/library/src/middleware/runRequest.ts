import { diag } from '@opentelemetry/api';
import { attributionStorage, cleanAttribution, type Attribution } from '../attribution/index.ts';
import type { AttributionOf } from './attributionOf.ts';

/** Runs the rest of a request with its attribution. `route` is asked for only if the request makes an AI call. */
export function runRequest<Request, Result>(
  request: Request,
  attributionOf: AttributionOf<Request> | undefined,
  route: (() => string | undefined) | undefined,
  rest: () => Result
): Result {
  let attribution: Attribution = {};
  try {
    attribution = attributionOf?.(request) ?? {};
  } catch (error) {
    diag.error('ai-finops: a request could not be attributed; it goes on without', error);
  }
  return attributionStorage.run({ ...attributionStorage.getStore(), ...cleanAttribution(attribution), route }, rest);
}
