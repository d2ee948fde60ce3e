import type { SegmentRow } from '../analysis/whatChanged/segmentRow.ts';
import type { FeatureSegment } from '../store/anomalyBooks.ts';

/** Segments as the analysis takes them; it adds up rows of the same labels. */
export function segmentRows(segments: readonly FeatureSegment[]): SegmentRow[] {
  return segments.map(({ labels, calls, attempts, component, quantity, costNanoUsd }) => ({
    labels,
    calls,
    attempts,
    quantities: component === '' ? {} : { [component]: quantity },
    costs: component === '' ? {} : { [component]: costNanoUsd },
  }));
}
