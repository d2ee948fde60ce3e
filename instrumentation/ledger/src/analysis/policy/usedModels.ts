import type { PolicyUse } from './policyUse.ts';

export type UsedModel = Omit<PolicyUse, 'day'>;

/** Calls summed over days, by feature and model, and by request type where that is asked for; the dearest first. */
export function usedModels(uses: readonly PolicyUse[], byRequestType: boolean): UsedModel[] {
  const sums = new Map<string, UsedModel>();
  for (const { feature, requestType, provider, model, requests, nanoUsd } of uses) {
    const type = byRequestType ? requestType : '';
    const key = JSON.stringify([feature, type, provider, model]);
    const sum = sums.get(key) ?? { feature, requestType: type, provider, model, requests: 0, nanoUsd: 0n };
    sums.set(key, { ...sum, requests: sum.requests + requests, nanoUsd: sum.nanoUsd + nanoUsd });
  }
  // What corrections took back whole is not in use.
  return [...sums.values()]
    .filter(({ requests }) => requests > 0)
    .sort((a, b) => (a.nanoUsd === b.nanoUsd ? 0 : a.nanoUsd < b.nanoUsd ? 1 : -1));
}
