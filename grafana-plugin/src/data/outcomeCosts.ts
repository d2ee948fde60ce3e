import type { FeatureEconomics } from './economics.ts';

/** Features by name, as the ledger has them; `unknown` where it does not know the selection, or did not answer. */
export type OutcomeCosts = ReadonlyMap<string, Pick<FeatureEconomics, 'unit' | 'period'>> | 'asking' | 'unknown';
