import { type DataFrame, FieldType } from '@grafana/data';

/** A bar segment's name and its cost in USD a day; undefined where there is no close. */
export interface NamedCosts {
  readonly name: string;
  readonly costs: readonly (number | undefined)[];
}

/** One frame for the chart: time, then a field for each name, in stacking order from the bottom. */
export function costFrame(days: readonly number[], series: readonly NamedCosts[]): DataFrame {
  return {
    length: days.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: [...days] },
      ...series.map(({ name, costs }) => ({
        name,
        type: FieldType.number,
        config: { displayName: name },
        values: costs.map((cost) => cost ?? null),
      })),
    ],
  };
}
