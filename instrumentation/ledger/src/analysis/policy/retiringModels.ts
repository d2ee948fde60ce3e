import { moneyWords } from '../whatChanged/moneyWords.ts';
import { isRetirementPast } from './isRetirementPast.ts';
import { modelIndex } from './modelIndex.ts';
import type { PolicyFinding } from './policyFinding.ts';
import type { TermedModel } from './policyTerms.ts';
import type { ReplacementCost } from './replacementCost.ts';
import { daysLeft, isRetiring } from './retirement.ts';
import type { UsedModel } from './usedModels.ts';

/** Models in use that go within 90 days of `today`, or were to be gone, and what their replacement would cost. */
export function retiringModels(
  used: readonly UsedModel[],
  models: readonly TermedModel[],
  replaced: readonly ReplacementCost[],
  today: number
): PolicyFinding[] {
  const find = modelIndex(models);
  return used.flatMap((use) => {
    const { retires, replacement } = find(use) ?? {};
    if (!isRetiring(retires, today)) {
      return [];
    }
    const cost = replaced.find(
      (one) =>
        one.feature === use.feature &&
        one.provider === use.provider &&
        one.model === use.model &&
        one.replacement === replacement
    );
    const sentence = `${goes(use, retires, today)}. ${takesOver(replacement, cost)}`;
    return [{ ...use, rule: 'retiring_model', sentence, retires, replacement, replaced: cost }];
  });
}

function goes({ model, feature }: UsedModel, retires: string, today: number): string {
  const left = daysLeft(retires, today);
  return isRetirementPast(retires, today)
    ? `${model} was to be switched off on ${retires}, and ${feature} still uses it`
    : `${model} is switched off on ${retires}, in ${left} ${left === 1 ? 'day' : 'days'}, and ${feature} uses it`;
}

function takesOver(replacement: string | undefined, cost: ReplacementCost | undefined): string {
  if (replacement === undefined) {
    return 'No replacement is named: choose one in the owners file.';
  }
  if (cost === undefined || (cost.calls === 0 && cost.unpricedCalls === 0)) {
    return `${replacement} takes its place; what it would cost is not known yet.`;
  }
  if (cost.calls === 0) {
    return `${replacement} takes its place; its price is not known.`;
  }
  const difference = moneyWords(Number(cost.replacementNanoUsd - cost.nanoUsd));
  const rest = cost.unpricedCalls === 0 ? '' : ` (${cost.unpricedCalls} calls without a price left out)`;
  const [before, after] = [cost.nanoUsd, cost.replacementNanoUsd].map((sum) =>
    moneyWords(Number(sum)).replace('+', '')
  );
  return `The same tokens with ${replacement} cost ${after} instead of ${before}, ${difference}${rest}.`;
}
