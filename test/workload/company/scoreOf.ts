import type { FeatureWork } from './workOfFeatures.ts';

/** How far scores lie from their mean. */
const SPREAD = 0.12;

/** A score around a feature's mean, in hundredths, between 0 and 1. @param draw in [0, 1) */
export function scoreOf({ quality }: Pick<FeatureWork, 'quality'>, draw: number): number {
  return Math.min(100, Math.max(0, Math.round(100 * (quality + SPREAD * (2 * draw - 1))))) / 100;
}
