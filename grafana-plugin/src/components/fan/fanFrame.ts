import { type DataFrame, FieldType } from '@grafana/data';
import type { FanDay } from './fanDays.ts';

const FIELDS = [
  ['actual', 'actual'],
  ['low95', '95 % low'],
  ['high95', '95 % high'],
  ['low80', '80 % low'],
  ['high80', '80 % high'],
  ['usd', 'forecast'],
] as const;
const BUDGET = 'budget a day';

/** The fan as one frame; `fanOptions` knows its fields by their names. */
export function fanFrame(days: readonly FanDay[], budgetADay: number | undefined): DataFrame {
  return {
    length: days.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: days.map(({ atMs }) => atMs) },
      ...FIELDS.map(([key, name]) => ({
        name,
        type: FieldType.number,
        config: { displayName: name },
        values: days.map((day) => day[key] ?? null),
      })),
      ...(budgetADay === undefined
        ? []
        : [
            {
              name: BUDGET,
              type: FieldType.number,
              config: { displayName: BUDGET },
              values: days.map(() => budgetADay),
            },
          ]),
    ],
  };
}
