import type { Calibration } from '../queries/calibration.ts';
import type { Series } from './series.ts';

/**
 * By provider. A bill without a month or a ratio that is none counts for nothing.
 *
 * @param newest of the newest final bill of each provider
 * @param months of each month with a final bill
 */
export function readCalibration(newest: readonly Series[], months: readonly Series[]): readonly Calibration[] {
  const all = ratiosIn(months);
  return ratiosIn(newest)
    .map((one) => ({
      ...one,
      earlier: all
        .filter(({ provider, month }) => provider === one.provider && month < one.month)
        .map(({ month, ratio }) => ({ month, ratio }))
        .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    }))
    .toSorted((a, b) => (a.provider < b.provider ? -1 : 1));
}

const ratiosIn = (series: readonly Series[]) =>
  series.flatMap(({ labels: { provider, month }, points }) => {
    const ratio = points.at(-1)?.value;
    return provider && month && ratio !== undefined && ratio > 0 ? [{ provider, month, ratio }] : [];
  });
