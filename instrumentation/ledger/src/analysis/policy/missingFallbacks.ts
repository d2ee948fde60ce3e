import { modelIndex } from './modelIndex.ts';
import type { PolicyFinding } from './policyFinding.ts';
import type { NamedModel, PolicyTerms, TermedModel } from './policyTerms.ts';
import { requestKinds } from './requestKinds.ts';
import { isRetiring } from './retirement.ts';
import type { UsedModel } from './usedModels.ts';

/** Request types in use that the owners file names, without a model to fall back on that is approved and stays. */
export function missingFallbacks(
  used: readonly UsedModel[],
  { models, requestTypes }: PolicyTerms,
  today: number
): PolicyFinding[] {
  const find = modelIndex(models);
  return requestKinds(used).flatMap(({ feature, requestType, requests, nanoUsd, uses }) => {
    const terms = requestTypes.get(requestType);
    const usual = terms?.default ?? uses[0];
    if (terms === undefined || usual === undefined) {
      return [];
    }
    const problem = problemOf(terms.fallback, terms.default, terms.fallback && find(terms.fallback), today);
    if (problem === undefined) {
      return [];
    }
    const { provider, model } = usual;
    const sentence = `${requestType} of ${feature} has no approved fallback: ${problem}.`;
    return [{ rule: 'no_approved_fallback', feature, requestType, provider, model, requests, nanoUsd, sentence }];
  });
}

function problemOf(
  fallback: NamedModel | undefined,
  usual: NamedModel | undefined,
  terms: TermedModel | undefined,
  today: number
): string | undefined {
  if (fallback === undefined) {
    return 'none is named';
  }
  const { provider, model } = fallback;
  if (usual?.provider === provider && usual.model === model) {
    return `${model} is the default, too`;
  }
  if (terms?.approved !== true) {
    return `${model} is not approved`;
  }
  return isRetiring(terms.retires, today) ? `${model} is switched off on ${terms.retires}` : undefined;
}
