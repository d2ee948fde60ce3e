import { ATTRIBUTE, WORK_ATTRIBUTE } from '@ai-finops/instrumentation/contract';

/** The attributes worth decoding; every other one is passed over by its length. */
export const wantedAttributes: ReadonlySet<string> = new Set([
  ...Object.values(ATTRIBUTE),
  ...Object.values(WORK_ATTRIBUTE),
]);
