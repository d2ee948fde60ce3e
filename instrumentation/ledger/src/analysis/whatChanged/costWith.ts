import type { PartKind } from './partKind.ts';
import type { SegmentFactors } from './segmentFactors.ts';

/**
 * What a segment would have cost with some of its factors as after and the others as before, in nano-USD.
 *
 * @param kinds the factors that differ
 * @param set which of them stand at after: bit n is kinds[n]
 */
export function costWith(
  pair: readonly [SegmentFactors, SegmentFactors],
  kinds: readonly PartKind[],
  set: number
): number {
  // indexOf says −1, bit 31, for a factor that is the same on both sides: it is taken from before.
  const at = (kind: PartKind) => pair[((set >> (kinds.indexOf(kind) & 31)) & 1) as 0 | 1];
  const prices = at('price');
  const input = at('input_tokens').input * at('cache').cache * prices.inputRate;
  const output = at('output_tokens').output * prices.outputRate;
  let uses = 0;
  for (const [component, { quantity }] of at('uses').uses) {
    uses += quantity * (prices.uses.get(component)?.rate ?? 0);
  }
  return at('volume').volume * at('mix').share * at('retries').retries * (input + output + uses);
}
