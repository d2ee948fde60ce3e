import type { CauseCode } from './causeCode.ts';

const BY_COMPONENT: readonly (readonly [RegExp, CauseCode])[] = [
  [/^cache_read/, 'CACHE_READ'],
  [/^cache_write/, 'CACHE_WRITE'],
  [/reasoning/, 'REASONING'],
  [/audio|image|video/, 'MODALITY'],
  [/search|code|tool|file|container/, 'SERVER_TOOLS'],
];
/** Why a component differs that telemetry often misses or counts otherwise; undefined for plain input and output. */
export const componentCause = (component: string | undefined): CauseCode | undefined =>
  BY_COMPONENT.find(([pattern]) => pattern.test(component ?? ''))?.[1];
