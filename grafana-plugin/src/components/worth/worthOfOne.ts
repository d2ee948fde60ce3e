import type { FeatureEconomics } from '../../data/economics.ts';

/** USD an outcome was worth; undefined where that is not known. */
export function worthOfOne({ margin }: FeatureEconomics): number | undefined {
  return margin === null || margin.outcomes === '0'
    ? undefined
    : Number(margin.valueNanoUsd) / 1e9 / Number(margin.outcomes);
}
