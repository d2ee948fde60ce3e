import { findSwitches } from './findSwitches.ts';
import { missingFallbacks } from './missingFallbacks.ts';
import type { PolicyFinding } from './policyFinding.ts';
import { POLICY_RULES } from './policyRule.ts';
import type { PolicyTerms } from './policyTerms.ts';
import type { PolicyScore, PolicyUse } from './policyUse.ts';
import type { ReplacementCost } from './replacementCost.ts';
import { retiringModels } from './retiringModels.ts';
import { switchesBelowBar } from './switchesBelowBar.ts';
import { topTierDefaults } from './topTierDefaults.ts';
import { unapprovedModels } from './unapprovedModels.ts';
import { unevaluatedSwitches } from './unevaluatedSwitches.ts';
import { usedModels } from './usedModels.ts';

interface PolicyBooks {
  /** Calls of the period, and of the days before it, which say what was usual. */
  readonly uses: readonly PolicyUse[];
  readonly scores: readonly PolicyScore[];
  /** Of the period. */
  readonly replaced: readonly ReplacementCost[];
}

interface PolicyPeriod {
  readonly from: number;
  readonly through: number;
  /** Days to a retirement are counted from it. */
  readonly today: number;
}

/** All that is not as the terms say, in the order of the rules, the dearest first. */
export function findPolicyFindings(
  { uses, scores, replaced }: PolicyBooks,
  terms: PolicyTerms,
  { from, through, today }: PolicyPeriod
): PolicyFinding[] {
  const current = uses.filter(({ day }) => day >= from && day <= through);
  const byModel = usedModels(current, false);
  const byRequestType = usedModels(current, true);
  const switches = findSwitches(uses, from, through);
  const findings = [
    ...unapprovedModels(byModel, terms.models),
    ...retiringModels(byModel, terms.models, replaced, today),
    ...topTierDefaults(byRequestType, terms),
    ...missingFallbacks(byRequestType, terms, today),
    ...unevaluatedSwitches(switches, scores, terms),
    ...switchesBelowBar(switches, scores, terms),
  ];
  return findings.sort(
    (a, b) =>
      POLICY_RULES.indexOf(a.rule) - POLICY_RULES.indexOf(b.rule) ||
      (a.nanoUsd === b.nanoUsd ? 0 : a.nanoUsd < b.nanoUsd ? 1 : -1)
  );
}
