import type { SegmentFactors } from './segmentFactors.ts';

/**
 * A segment on both sides: what one side does not show is taken from the other, so that it explains nothing. A segment
 * that is new or gone differs in its share alone: with its calls all on a new model at the old price, twice as many, the
 * change is volume, not mix.
 *
 * @param volumes calls of all segments, before and after
 */
export function imputeFactors(
  before: SegmentFactors | undefined,
  after: SegmentFactors | undefined,
  volumes: readonly [number, number]
): readonly [SegmentFactors, SegmentFactors] {
  const [some, other] = [before ?? after, after ?? before];
  if (!some || !other) {
    throw new RangeError('a segment has calls on one side at least');
  }
  return [
    { ...filled(some, other), volume: volumes[0], share: before?.share ?? 0 },
    { ...filled(other, some), volume: volumes[1], share: after?.share ?? 0 },
  ];
}

function filled(own: SegmentFactors, other: SegmentFactors): SegmentFactors {
  const uses = [...new Set([...own.uses.keys(), ...other.uses.keys()])].sort().map((component) => {
    const use = own.uses.get(component) ?? { quantity: 0, rate: other.uses.get(component)?.rate ?? 0 };
    return [component, use] as const;
  });
  return {
    ...own,
    cache: own.input === 0 ? other.cache : own.cache,
    inputRate: own.input === 0 ? other.inputRate : own.inputRate,
    outputRate: own.output === 0 ? other.outputRate : own.outputRate,
    uses: new Map(uses),
  };
}
