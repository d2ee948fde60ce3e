import { modelIndex } from './modelIndex.ts';
import type { PolicyFinding } from './policyFinding.ts';
import type { PolicyTerms } from './policyTerms.ts';
import { requestKinds } from './requestKinds.ts';
import type { UsedModel } from './usedModels.ts';

/** More than this share of the calls makes a model the default where none is named. */
const MOST = 0.5;

/** Request types in use whose default is of the top tier: the one that is named, else what more than half of the calls go to. */
export function topTierDefaults(used: readonly UsedModel[], { models, requestTypes }: PolicyTerms): PolicyFinding[] {
  const find = modelIndex(models);
  return requestKinds(used).flatMap(({ feature, requestType, requests, nanoUsd, uses }) => {
    const named = requestTypes.get(requestType)?.default;
    const usual = named ?? uses.find((one) => one.requests > MOST * requests);
    if (usual === undefined || find(usual)?.tier !== 'top') {
      return [];
    }
    const { provider, model } = usual;
    const share = uses
      .filter((one) => one.provider === provider && one.model === model)
      .reduce((sum, one) => sum + one.requests / requests, 0);
    const what = named ? 'is named as the default' : `takes ${Math.round(share * 100)} % of the calls`;
    const sentence = `${model}, of the top tier, ${what} for ${requestType} of ${feature}: would a smaller one do?`;
    return [{ rule: 'top_tier_default', feature, requestType, provider, model, requests, nanoUsd, sentence }];
  });
}
