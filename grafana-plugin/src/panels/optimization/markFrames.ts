import { type DataFrame, FieldType } from '@grafana/data';

/** Marks as Grafana's time series panel draws annotations: a line at the start of the day. */
export function markFrames(marks: readonly { readonly day: number; readonly what: string }[]): DataFrame[] {
  const field = (name: string, type: FieldType, values: unknown[]) => ({ name, type, config: {}, values });
  return [
    {
      length: marks.length,
      fields: [
        field(
          'time',
          FieldType.time,
          marks.map(({ day }) => day)
        ),
        field(
          'text',
          FieldType.string,
          marks.map(({ what }) => what)
        ),
        field(
          'color',
          FieldType.string,
          marks.map(() => 'green')
        ),
      ],
    },
  ];
}
