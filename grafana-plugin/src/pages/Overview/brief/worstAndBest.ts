import { worthOfOne } from '../../../components/worth/worthOfOne.ts';
import type { FeatureEconomics } from '../../../data/economics.ts';

/** Of each end, where not all of them fit. */
const EACH = 3;

interface Ranked {
  /** Worst first; those nobody said the worth of come last. */
  readonly rows: readonly FeatureEconomics[];
  /** How many are not shown. */
  readonly others: number;
}

/** Features that count outcomes, by what an outcome is worth for a dollar it costs: the worst and the best. */
export function worstAndBest(features: readonly FeatureEconomics[]): Ranked {
  const counted = features.filter(({ period }) => period.perOutcomeUsd !== null);
  const rank = (one: FeatureEconomics) => (worthOfOne(one) ?? 0) / (one.period.perOutcomeUsd ?? 0);
  const known = counted.filter((one) => worthOfOne(one) !== undefined).toSorted((a, b) => rank(a) - rank(b));
  const unknown = counted.filter((one) => worthOfOne(one) === undefined);
  const all = [...known, ...unknown];
  if (all.length <= 2 * EACH) {
    return { rows: all, others: 0 };
  }
  const rows = known.length < 2 * EACH ? all.slice(0, 2 * EACH) : [...known.slice(0, EACH), ...known.slice(-EACH)];
  return { rows, others: all.length - rows.length };
}
