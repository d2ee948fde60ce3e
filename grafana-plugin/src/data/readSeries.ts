import { type DataFrame, FieldType } from '@grafana/data';
import type { Series } from './series.ts';

/** Prometheus frames as plain series: one per number field that holds any. */
export function readSeries(frames: readonly DataFrame[]): Series[] {
  const series = frames.flatMap((frame) => {
    const times = frame.fields.find((field) => field.type === FieldType.time)?.values ?? [];
    return frame.fields
      .filter((field) => field.type === FieldType.number)
      .map((field) => ({
        labels: field.labels ?? {},
        points: field.values.flatMap((value: unknown, row) =>
          typeof value === 'number' && Number.isFinite(value) ? [{ atMs: Number(times[row]), value }] : []
        ),
      }));
  });
  return series.filter(({ points }) => points.length > 0);
}
