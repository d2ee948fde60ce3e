import type { Block } from './measureBlock.ts';
import { quantile } from './quantile.ts';

/** What an arm adds to the uninstrumented one: the median of differences between blocks of the same round. */
export function added(arm: readonly Block[] = [], base: readonly Block[] = [], key: keyof Block): number {
  return quantile(
    arm.map((block, round) => block[key] - (base[round]?.[key] ?? NaN)),
    0.5
  );
}
