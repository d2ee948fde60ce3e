import { modelIndex } from './modelIndex.ts';
import type { PolicyFinding } from './policyFinding.ts';
import type { TermedModel } from './policyTerms.ts';
import type { UsedModel } from './usedModels.ts';

/**
 * Models in use that were refused; and, where any model is approved, those nobody decided on: a list of what may be used
 * would be none if everything else might be, too.
 */
export function unapprovedModels(used: readonly UsedModel[], models: readonly TermedModel[]): PolicyFinding[] {
  const find = modelIndex(models);
  const hasList = models.some(({ approved }) => approved === true);
  return used.flatMap((use) => {
    const approved = find(use)?.approved;
    if (approved === true || (approved === undefined && !hasList)) {
      return [];
    }
    const what = approved === false ? 'is not approved' : 'is not among the approved models';
    const sentence = `${use.model} ${what}, and ${use.feature} uses it: move it, or approve it in the owners file.`;
    return [{ ...use, rule: 'unapproved_model', sentence }];
  });
}
