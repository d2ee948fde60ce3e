import type { DatabaseSync } from 'node:sqlite';
import { featureEconomics, type FeatureEconomics } from '../analysis/economics/featureEconomics.ts';
import { economicDays } from './economicDays.ts';
import type { EconomicsQuery } from './economicsQuery.ts';

const NO_TERMS = { unit: undefined, valuePerUnit: undefined, replacedPerUnit: undefined };

/** What each feature cost and was worth; what loses most a month first, then the dearest. */
export function featureWorth(
  database: DatabaseSync,
  query: Omit<EconomicsQuery, 'revenuePerMonth' | 'limit'>,
  days: ReturnType<typeof economicDays> = economicDays(database, query)
): (FeatureEconomics & { readonly feature: string })[] {
  const features = [...days].map(([feature, own]) => ({
    feature,
    ...featureEconomics(own, query.terms.get(feature) ?? NO_TERMS, query),
  }));
  return features.sort((a, b) => Number(lossOf(b) - lossOf(a)) || Number(spendOf(b) - spendOf(a)));
}

/** Whoever loses nothing comes after whoever does. */
const lossOf = ({ losing }: FeatureEconomics): bigint => losing?.nanoUsdPerMonth ?? -1n;
const spendOf = ({ inferenceNanoUsd, otherNanoUsd }: FeatureEconomics): bigint => inferenceNanoUsd + otherNanoUsd;
