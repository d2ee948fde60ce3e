import type { PolicyTerms } from '../analysis/policy/policyTerms.ts';
import type { Owners } from '../ownership/owners.ts';

/** What the owners file says that policy is about. */
export function policyTerms({ models, requestTypes, features }: Owners): PolicyTerms {
  const bars = [...features].flatMap(([name, { qualityBar }]) =>
    qualityBar === undefined ? [] : [[name, Number(qualityBar)] as const]
  );
  return { models, requestTypes, bars: new Map(bars) };
}
