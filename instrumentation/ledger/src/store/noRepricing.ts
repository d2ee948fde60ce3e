import type { RepricingSums } from './repricing.ts';

export function noRepricing(): RepricingSums {
  return {
    calls: 0,
    changed: 0,
    newlyPriced: 0,
    newlyUnpriced: 0,
    beforeNanoUsd: 0n,
    afterNanoUsd: 0n,
    beforeListNanoUsd: 0n,
    afterListNanoUsd: 0n,
  };
}
