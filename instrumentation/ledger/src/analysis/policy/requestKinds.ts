import type { UsedModel } from './usedModels.ts';

export interface RequestKind {
  readonly feature: string;
  readonly requestType: string;
  readonly requests: number;
  readonly nanoUsd: bigint;
  readonly uses: readonly UsedModel[];
}

/** What is used, by feature and request type. */
export function requestKinds(used: readonly UsedModel[]): RequestKind[] {
  const groups = Map.groupBy(used, ({ feature, requestType }) => JSON.stringify([feature, requestType]));
  return [...groups.values()].flatMap((uses) => {
    const [first] = uses;
    return first === undefined
      ? []
      : [
          {
            feature: first.feature,
            requestType: first.requestType,
            requests: uses.reduce((sum, { requests }) => sum + requests, 0),
            nanoUsd: uses.reduce((sum, { nanoUsd }) => sum + nanoUsd, 0n),
            uses,
          },
        ];
  });
}
