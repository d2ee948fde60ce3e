import { INPUT_COMPONENTS, inputSide } from './inputSide.ts';
import type { SegmentTotals } from './segmentTotals.ts';

const OUTPUT_COMPONENTS: ReadonlySet<string> = new Set(['output', 'reasoning', 'output_audio', 'output_image']);

/**
 * What a segment's cost is made of:
 * volume × share × retries × (input × cache × inputRate + output × outputRate + Σ uses × useRate).
 */
export interface SegmentFactors {
  /** Calls of all segments. */
  readonly volume: number;
  /** The segment's part of them. */
  readonly share: number;
  /** Attempts a call. */
  readonly retries: number;
  /** Tokens an attempt, whatever was cached of them. */
  readonly input: number;
  readonly output: number;
  /** Cost of the prompts over what they would have cost had nothing been cached. */
  readonly cache: number;
  /** Nano-USD a token. */
  readonly inputRate: number;
  readonly outputRate: number;
  /** Everything that is no token, by component: uses an attempt, nano-USD a use. */
  readonly uses: ReadonlyMap<string, { readonly quantity: number; readonly rate: number }>;
}

/** The calls of a segment: attempts, where a day caught only the second ones. */
export function callsOf({ calls, attempts }: SegmentTotals): number {
  return calls > 0 ? calls : attempts;
}

/** @param other the same segment on the other side, for rates that this side does not show */
export function segmentFactors(own: SegmentTotals, other: SegmentTotals | undefined, volume: number): SegmentFactors {
  const { attempts } = own;
  const prompts = inputSide(own, other);
  const sum = <Of>(map: ReadonlyMap<string, Of>, of: (component: string) => boolean) =>
    [...map].reduce((total, [component, value]) => total + (of(component) ? Number(value) : 0), 0);
  const outputTokens = sum(own.quantities, (component) => OUTPUT_COMPONENTS.has(component));
  const outputCost = sum(own.costs, (component) => OUTPUT_COMPONENTS.has(component));
  // Cost without a token to show for it is a fee like any other.
  const uses = new Map<string, { quantity: number; rate: number }>();
  const addUse = (component: string, cost: number) => {
    const quantity = (own.quantities.get(component) ?? 0) || attempts;
    uses.set(component, { quantity: quantity / attempts, rate: cost / quantity });
  };
  for (const [component, cost] of [...own.costs].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const tokens = INPUT_COMPONENTS.has(component) ? prompts.tokens : outputTokens;
    const isToken = INPUT_COMPONENTS.has(component) || OUTPUT_COMPONENTS.has(component);
    if (!isToken || tokens === 0) {
      addUse(component, Number(cost));
    }
  }
  return {
    volume,
    share: callsOf(own) / volume,
    retries: attempts / callsOf(own),
    input: prompts.tokens / attempts,
    output: outputTokens / attempts,
    cache: prompts.uncachedCost === 0 ? 1 : prompts.cost / prompts.uncachedCost,
    inputRate: prompts.tokens === 0 ? 0 : prompts.uncachedCost / prompts.tokens,
    outputRate: outputTokens === 0 ? 0 : outputCost / outputTokens,
    uses,
  };
}
