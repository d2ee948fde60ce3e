import { PART_KINDS, type PartKind } from './partKind.ts';
import type { SegmentFactors } from './segmentFactors.ts';

const FACTORS: Record<PartKind, (factors: SegmentFactors) => readonly number[]> = {
  volume: ({ volume }) => [volume],
  mix: ({ share }) => [share],
  price: ({ inputRate, outputRate, uses }) => [inputRate, outputRate, ...[...uses.values()].map(({ rate }) => rate)],
  input_tokens: ({ input }) => [input],
  output_tokens: ({ output }) => [output],
  uses: ({ uses }) => [...uses.values()].map(({ quantity }) => quantity),
  cache: ({ cache }) => [cache],
  retries: ({ retries }) => [retries],
};

/** The kinds whose factors are not the same on both sides; the others have no part, and need not be asked. */
export function changedKinds([before, after]: readonly [SegmentFactors, SegmentFactors]): PartKind[] {
  return PART_KINDS.filter((kind) => {
    const next = FACTORS[kind](after);
    return FACTORS[kind](before).some((value, index) => value !== next[index]);
  });
}
