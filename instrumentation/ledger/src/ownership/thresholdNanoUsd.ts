import type { Owners } from './owners.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';

/** A threshold in force, as nano-USD for comparisons; the owners file's, else the default. */
export function thresholdNanoUsd({ thresholds }: Owners, name: keyof typeof THRESHOLDS): number {
  return Number(thresholds.get(name) ?? THRESHOLDS[name].value) * 1e9;
}
