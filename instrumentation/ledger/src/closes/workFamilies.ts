import { METRIC } from '@ai-finops/instrumentation/contract';
import { WORK_LABEL_NAMES } from '../books/workLabelNames.ts';
import { workLabelValues } from '../books/workLabelValues.ts';
import { dayText } from '../store/dayText.ts';
import type { WorkRow } from '../store/workRow.ts';
import type { CloseFamily } from './closeFamily.ts';
import { turnaroundFamilies } from './turnaroundFamilies.ts';

interface WorkFamily {
  readonly name: string;
  readonly help: string;
  readonly kind: keyof typeof WORK_LABEL_NAMES;
  readonly unit: CloseFamily['unit'];
  readonly amount: (row: WorkRow) => bigint;
}

const amount = (row: WorkRow): bigint => row.amount;
const records = (row: WorkRow): bigint => BigInt(row.records);

/** What happened on the day itself. */
function own({ name, help, kind, unit, amount: of }: WorkFamily): CloseFamily {
  return {
    name,
    help,
    unit,
    labels: WORK_LABEL_NAMES[kind],
    collect(day, add) {
      for (const row of day.work) {
        const labels = day.labels.work.of(row.series);
        if (labels.kind === kind && row.forDay === day.day) {
          add(workLabelValues(labels), of(row));
        }
      }
    },
  };
}

/** What was booked on the day for an earlier one that was closed. */
function late({ name, help, kind, unit, amount: of }: WorkFamily): CloseFamily {
  return {
    name,
    help,
    unit,
    labels: [...WORK_LABEL_NAMES[kind], 'for_day'],
    collect(day, add) {
      for (const row of day.work) {
        const labels = day.labels.work.of(row.series);
        if (labels.kind === kind && row.forDay !== day.day) {
          add([...workLabelValues(labels), dayText(row.forDay)], of(row));
        }
      }
    },
  };
}

/** The metrics of a close that come from outcomes and judgements. */
export const workFamilies: readonly CloseFamily[] = [
  own({
    name: METRIC.dailyWorkUnits,
    help: 'Units of work done on a UTC day.',
    kind: 'outcome',
    unit: 'count',
    amount,
  }),
  own({
    name: METRIC.dailyQualitySum,
    help: 'Sum of the quality scores of a UTC day.',
    kind: 'quality',
    unit: 'score',
    amount,
  }),
  own({
    name: METRIC.dailyQualityCount,
    help: 'Quality scores of a UTC day.',
    kind: 'quality',
    unit: 'count',
    amount: records,
  }),
  late({
    name: METRIC.dailyWorkAdjustmentUnits,
    help: 'Units of work booked on a UTC day for an earlier one that was closed.',
    kind: 'outcome',
    unit: 'count',
    amount,
  }),
  late({
    name: METRIC.dailyQualityAdjustmentSum,
    help: 'Sum of the quality scores booked on a UTC day for an earlier one that was closed.',
    kind: 'quality',
    unit: 'score',
    amount,
  }),
  late({
    name: METRIC.dailyQualityAdjustmentCount,
    help: 'Quality scores booked on a UTC day for an earlier one that was closed.',
    kind: 'quality',
    unit: 'count',
    amount: records,
  }),
  ...turnaroundFamilies,
];
