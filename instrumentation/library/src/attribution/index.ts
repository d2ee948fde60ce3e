export type { Attribution } from './attribution.ts';
export { attributionStorage } from './attributionStorage.ts';
export { cleanAttribution } from './cleanAttribution.ts';
export { cleanValue } from './cleanValue.ts';
export { resolveAttribution, type ResolvedAttribution } from './resolveAttribution.ts';
export { withAttribution } from './withAttribution.ts';
