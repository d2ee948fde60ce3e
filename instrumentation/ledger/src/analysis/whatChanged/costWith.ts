import { PART_KINDS, type PartKind } from './partKind.ts';
import type { SegmentFactors } from './segmentFactors.ts';

const BIT = Object.fromEntries(PART_KINDS.map((kind, bit) => [kind, bit])) as Record<PartKind, number>;

/**
 * What a segment would have cost with some of its factors as after and the others as before, in nano-USD.
 *
 * @param set the factors that stand at after: bit n is PART_KINDS[n]
 */
export function costWith(pair: readonly [SegmentFactors, SegmentFactors], set: number): number {
  const at = (kind: PartKind) => pair[((set >> BIT[kind]) & 1) as 0 | 1];
  const prices = at('price');
  const input = at('input_tokens').input * at('cache').cache * prices.inputRate;
  const output = at('output_tokens').output * prices.outputRate;
  let uses = 0;
  for (const [component, { quantity }] of at('uses').uses) {
    uses += quantity * (prices.uses.get(component)?.rate ?? 0);
  }
  return at('volume').volume * at('mix').share * at('retries').retries * (input + output + uses);
}
