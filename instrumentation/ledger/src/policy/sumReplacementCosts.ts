import type { ReplacementCost } from '../analysis/policy/replacementCost.ts';

/** The costs of several days, by feature and model. */
export function sumReplacementCosts(days: readonly ReplacementCost[]): ReplacementCost[] {
  const sums = new Map<string, ReplacementCost>();
  for (const one of days) {
    const key = JSON.stringify([one.feature, one.provider, one.model, one.replacement]);
    const sum = sums.get(key);
    sums.set(
      key,
      sum
        ? {
            ...one,
            calls: sum.calls + one.calls,
            nanoUsd: sum.nanoUsd + one.nanoUsd,
            replacementNanoUsd: sum.replacementNanoUsd + one.replacementNanoUsd,
            unpricedCalls: sum.unpricedCalls + one.unpricedCalls,
          }
        : one
    );
  }
  return [...sums.values()];
}
