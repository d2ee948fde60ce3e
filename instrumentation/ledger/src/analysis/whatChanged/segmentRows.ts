import type { SegmentRow } from './segmentRow.ts';

/** One component of a segment or, where that is '', its counts. */
interface SegmentPart {
  readonly labels: Readonly<Record<string, string>>;
  readonly calls: number;
  readonly attempts: number;
  readonly component: string;
  readonly quantity: number;
  readonly costNanoUsd: bigint;
}

/** Segments as the analysis takes them; it adds up rows of the same labels. */
export function segmentRows(segments: readonly SegmentPart[]): SegmentRow[] {
  return segments.map(({ labels, calls, attempts, component, quantity, costNanoUsd }) => ({
    labels,
    calls,
    attempts,
    quantities: component === '' ? {} : { [component]: quantity },
    costs: component === '' ? {} : { [component]: costNanoUsd },
  }));
}
