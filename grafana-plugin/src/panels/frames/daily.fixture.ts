import { type DataFrame, FieldType } from '@grafana/data';
import { DAY_MS } from '../../queries/dayMs.ts';

export const FIRST = Date.UTC(2026, 9, 1);

/** A Prometheus answer: one series, one value a day from `FIRST` on. */
export const daily = (
  labels: Record<string, string>,
  values: readonly (number | null)[],
  first = FIRST,
  step = DAY_MS
): DataFrame => ({
  length: values.length,
  fields: [
    { name: 'Time', type: FieldType.time, config: {}, values: values.map((_, index) => first + index * step) },
    { name: 'Value', type: FieldType.number, config: {}, labels, values: [...values] },
  ],
});
