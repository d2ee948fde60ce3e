import type { Label } from '../queries/label.ts';

/** What an event may be narrowed to, as the record calls it and as series do. */
export const EVENT_SCOPE = [
  ['feature', 'feature'],
  ['team', 'team'],
  ['tenant', 'tenant'],
  ['requestType', 'request_type'],
  ['provider', 'provider'],
  ['model', 'model'],
  ['environment', 'environment'],
] as const satisfies readonly (readonly [string, Label])[];
