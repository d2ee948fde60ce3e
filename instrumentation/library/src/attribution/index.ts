export type { Attribution } from './attribution.ts';
export { attributionStorage } from './attributionStorage.ts';
export type { AttributionStore } from './attributionStore.ts';
export { cleanAttribution } from './cleanAttribution.ts';
export { cleanValue } from './cleanValue.ts';
export type { ExchangeFollower } from './exchangeFollower.ts';
export { resolveAttribution, type ResolvedAttribution } from './resolveAttribution.ts';
export { withAttribution } from './withAttribution.ts';
