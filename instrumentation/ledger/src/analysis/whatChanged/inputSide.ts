import type { SegmentTotals } from './segmentTotals.ts';

/** What reads the prompt: what is charged in full, and what the cache makes of it. */
const INPUT = [
  { fresh: 'input', cached: ['cache_read', 'cache_write', 'cache_write_5m', 'cache_write_1h'] },
  { fresh: 'input_audio', cached: ['cache_read_audio'] },
  { fresh: 'input_image', cached: ['cache_read_image'] },
] as const;

export const INPUT_COMPONENTS: ReadonlySet<string> = new Set(INPUT.flatMap(({ fresh, cached }) => [fresh, ...cached]));

interface InputSide {
  readonly tokens: number;
  /** Nano-USD. */
  readonly cost: number;
  /** What it would have cost had nothing been cached. */
  readonly uncachedCost: number;
}

/**
 * What a segment's prompts used and cost. Where everything was cached, the price of a fresh token is the other side's,
 * and where that is not known either, what was paid.
 */
export function inputSide(own: SegmentTotals, other: SegmentTotals | undefined): InputSide {
  let [tokens, cost, uncachedCost] = [0, 0, 0];
  for (const { fresh, cached } of INPUT) {
    const rate = rateOf(own, fresh) ?? (other && rateOf(other, fresh));
    const groupTokens = [fresh, ...cached].reduce((sum, component) => sum + (own.quantities.get(component) ?? 0), 0);
    const groupCost = [fresh, ...cached].reduce((sum, component) => sum + Number(own.costs.get(component) ?? 0n), 0);
    tokens += groupTokens;
    cost += groupCost;
    uncachedCost += rate === undefined ? groupCost : rate * groupTokens;
  }
  return { tokens, cost, uncachedCost };
}

function rateOf({ quantities, costs }: SegmentTotals, component: string): number | undefined {
  const [quantity, cost] = [quantities.get(component) ?? 0, costs.get(component) ?? 0n];
  return quantity > 0 && cost > 0n ? Number(cost) / quantity : undefined;
}
