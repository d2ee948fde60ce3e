import { METRIC } from '@ai-finops/instrumentation/contract';
import { WORK_LABEL_NAMES } from '../books/workLabelNames.ts';
import { workLabelValues } from '../books/workLabelValues.ts';
import { TURNAROUND_BUCKETS } from '../intake/turnaroundBuckets.ts';
import { dayText } from '../store/dayText.ts';
import type { WorkRow } from '../store/workRow.ts';
import type { CloseFamily } from './closeFamily.ts';

const LABELS = WORK_LABEL_NAMES.turnaround;
const BOUNDS = [...TURNAROUND_BUCKETS.map(String), '+Inf'];

interface Booking {
  readonly metric: string;
  /** What the help says after "that were done on a UTC day". */
  readonly of: string;
  /** Labels of its own, and their values; undefined for a row it does not count. */
  readonly labels: readonly string[];
  readonly values: (row: WorkRow, day: number) => readonly string[] | undefined;
}

const own: Booking = {
  metric: METRIC.dailyBatchTurnaround,
  of: '',
  labels: [],
  values: ({ forDay }, day) => (forDay === day ? [] : undefined),
};
const late: Booking = {
  metric: METRIC.dailyBatchTurnaroundAdjustment,
  of: ' and booked on a later one, since theirs was closed',
  labels: ['for_day'],
  values: ({ forDay }, day) => (forDay === day ? undefined : [dayText(forDay)]),
};

/** Turnarounds of batches as a histogram of the day, so that quantiles of many days and features can be told together. */
export const turnaroundFamilies: readonly CloseFamily[] = [own, late].flatMap(({ metric, of, labels, values }) => {
  const family = (
    rest: Pick<CloseFamily, 'name' | 'help' | 'unit'>,
    more: readonly string[],
    amounts: (row: WorkRow, bound: string) => readonly (readonly [readonly string[], bigint])[]
  ): CloseFamily => ({
    ...rest,
    labels: [...LABELS, ...labels, ...more],
    collect(day, add) {
      for (const row of day.work) {
        const shown = day.labels.work.of(row.series);
        const rowValues = shown.kind === 'turnaround' ? values(row, day.day) : undefined;
        if (rowValues) {
          amounts(row, shown.name).forEach(([last, amount]) =>
            add([...workLabelValues(shown), ...rowValues, ...last], amount)
          );
        }
      }
    },
  });
  const what = `batches that were done on a UTC day${of}`;
  return [
    family(
      { name: `${metric}_bucket`, help: `Number of ${what}, by how long they took at most.`, unit: 'count' },
      ['le'],
      (row, bound) => BOUNDS.map((le, index) => [[le], index >= BOUNDS.indexOf(bound) ? BigInt(row.records) : 0n])
    ),
    family(
      { name: `${metric}_sum`, help: `Seconds from handing in to done, of ${what}.`, unit: 'seconds' },
      [],
      (row) => [[[], row.amount]]
    ),
    family({ name: `${metric}_count`, help: `Number of ${what}.`, unit: 'count' }, [], (row) => [
      [[], BigInt(row.records)],
    ]),
  ];
});
