import type { OutcomeCost } from './outcomeCost.ts';
import type { OutcomeCosts } from './outcomeCosts.ts';

/**
 * What an outcome of a feature costs, or of several that count the same.
 *
 * @param features undefined: all
 * @param inference what the calls cost and achieved, where the ledger does not know better
 */
export function outcomeCostOf(
  costs: OutcomeCosts,
  features: readonly string[] | undefined,
  inference: { readonly usd: number | undefined; readonly outcomes: number | undefined }
): OutcomeCost {
  if (costs === 'asking') {
    return { kind: 'asking' };
  }
  if (costs === 'unknown') {
    const { usd, outcomes } = inference;
    return usd === undefined || !outcomes
      ? { kind: 'none' }
      : { kind: 'known', usd: usd / outcomes, outcomes, isInferenceOnly: true };
  }
  const counted = (features ?? [...costs.keys()]).flatMap((feature) => {
    const found = costs.get(feature);
    return found && found.period.outcomes !== '0' ? [found] : [];
  });
  const sum = (of: 'costNanoUsd' | 'outcomes') => counted.reduce((all, { period }) => all + BigInt(period[of]), 0n);
  if (counted.length === 0) {
    return { kind: 'none' };
  }
  if (new Set(counted.map(({ unit }) => unit)).size > 1) {
    return { kind: 'mixed' };
  }
  const outcomes = Number(sum('outcomes'));
  return { kind: 'known', usd: Number(sum('costNanoUsd')) / 1e9 / outcomes, outcomes, isInferenceOnly: false };
}
