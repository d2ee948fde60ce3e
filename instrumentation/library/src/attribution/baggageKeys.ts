import { ATTRIBUTE } from '../contract/index.ts';

/** What is carried between services, by the name of its baggage member. Users and request paths stay where they are. */
export const BAGGAGE_KEYS = [
  ['feature', ATTRIBUTE.feature],
  ['tenant', ATTRIBUTE.tenant],
  ['team', ATTRIBUTE.team],
  ['requestType', ATTRIBUTE.requestType],
  ['task', ATTRIBUTE.task],
  ['featureFlag', ATTRIBUTE.featureFlag],
] as const;
