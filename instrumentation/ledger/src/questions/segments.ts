import type { DatabaseSync } from 'node:sqlite';
import type { EventDay } from '../store/eventDay.ts';
import { segmentsOn, type SegmentFilter, type UsedSegment } from '../store/segmentsOn.ts';

export interface SegmentsQuery extends Omit<SegmentFilter, 'service_tier'> {
  readonly from: EventDay;
  readonly to: EventDay;
}

/** What a segment used on the days of a range: as they closed, and what came later for them. */
export interface Segment {
  readonly labels: UsedSegment['labels'];
  readonly own: SegmentSums;
  readonly late: SegmentSums;
}

interface SegmentSums {
  /** First attempts. */
  readonly calls: number;
  readonly attempts: number;
  readonly components: readonly Pick<UsedSegment, 'component' | 'quantity' | 'costNanoUsd'>[];
}

/** The segments of a range: their costs by component add up to its days, to the nano-USD. */
export function segments(database: DatabaseSync, { from, to, ...filter }: SegmentsQuery): Segment[] {
  const days = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const rows = segmentsOn(database, days, filter);
  return [...Map.groupBy(rows, ({ labels }) => JSON.stringify(Object.values(labels))).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined
      ? []
      : [
          {
            labels: first.labels,
            own: sumsOf(same.filter(({ isLate }) => !isLate)),
            late: sumsOf(same.filter(({ isLate }) => isLate)),
          },
        ];
  });
}

function sumsOf(rows: readonly UsedSegment[]): SegmentSums {
  const counts = rows.find(({ component }) => component === '');
  return {
    calls: counts?.calls ?? 0,
    attempts: counts?.attempts ?? 0,
    components: rows
      .filter(({ component }) => component !== '')
      .map(({ component, quantity, costNanoUsd }) => ({ component, quantity, costNanoUsd })),
  };
}
