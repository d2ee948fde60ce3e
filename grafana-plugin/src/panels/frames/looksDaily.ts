import { type DataFrame, FieldType } from '@grafana/data';
import { DAY_MS } from '../../queries/dayMs.ts';

/** Whether frames are numbers over time at one value a day, `least` days or more: what these panels are for. */
export function looksDaily(frames: readonly DataFrame[] | undefined, least: number): boolean {
  return (frames ?? []).some(({ fields }) => {
    const times: readonly unknown[] = fields.find(({ type }) => type === FieldType.time)?.values ?? [];
    const steps = times.slice(1).map((at, index) => Number(at) - Number(times[index]));
    return (
      times.length >= least &&
      fields.some(({ type }) => type === FieldType.number) &&
      steps.every((step) => step > 0 && step % DAY_MS === 0)
    );
  });
}
