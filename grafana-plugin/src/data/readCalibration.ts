import type { Calibration } from '../queries/calibration.ts';
import type { Series } from './series.ts';

/** By provider. A bill of another month or a ratio that is none counts for nothing. */
export const readCalibration = (series: readonly Series[]): readonly Calibration[] =>
  series
    .flatMap(({ labels: { provider, month }, points }) => {
      const ratio = points.at(-1)?.value;
      return provider && month && ratio !== undefined && ratio > 0 ? [{ provider, month, ratio }] : [];
    })
    .toSorted((a, b) => (a.provider < b.provider ? -1 : 1));
