import { diag, propagation, ROOT_CONTEXT } from '@opentelemetry/api';
import type { Attribution } from './attribution.ts';
import { BAGGAGE_KEYS } from './baggageKeys.ts';
import { baggageState } from './baggageState.ts';
import { cleanAttribution } from './cleanAttribution.ts';

/** A request's headers: Node's, or the Fetch standard's. */
export type Headers =
  | Readonly<Record<string, string | readonly string[] | undefined>>
  | { get(name: string): string | null; keys(): Iterable<string> };

/** The attribution another service sent along, read by the application's propagator and validated; else nothing. */
export function inboundAttribution(headers: Headers): Attribution {
  if (!baggageState.isOn) {
    return {};
  }
  try {
    const extracted = propagation.extract(ROOT_CONTEXT, headers, {
      keys: (carrier) => (isFetchHeaders(carrier) ? [...carrier.keys()] : Object.keys(carrier)),
      get(carrier, name) {
        const value = isFetchHeaders(carrier) ? carrier.get(name) : carrier[name];
        return typeof value === 'string' ? value : value?.join(',');
      },
    });
    const baggage = propagation.getBaggage(extracted);
    return cleanAttribution(
      Object.fromEntries(BAGGAGE_KEYS.map(([key, name]) => [key, baggage?.getEntry(name)?.value]))
    );
  } catch (error) {
    diag.error('ai-finops: inbound baggage could not be read', error);
    return {};
  }
}

function isFetchHeaders(headers: Headers): headers is { get(name: string): string | null; keys(): Iterable<string> } {
  return typeof headers.get === 'function';
}
