import type { Series } from './series.ts';

/** How well the newest month that has a bill agreed with it. */
export interface BillTrust {
  /** UTC month, YYYY-MM. */
  readonly month: string;
  /** The largest difference of a provider, as a share of the estimate, 0 and up. */
  readonly share: number;
  readonly providers: readonly string[];
}

/** Of the newest month; undefined: no bill was imported. */
export function readBillTrust(series: readonly Series[]): BillTrust | undefined {
  const shares = series.flatMap(({ labels, points }) => {
    const value = points.at(-1)?.value;
    const { month, provider } = labels;
    return month && provider && value !== undefined ? [{ month, provider, share: Math.abs(value) }] : [];
  });
  const month = shares
    .map((one) => one.month)
    .sort()
    .at(-1);
  const own = shares.filter((one) => one.month === month);
  return month === undefined
    ? undefined
    : {
        month,
        share: Math.max(...own.map(({ share }) => share)),
        providers: own.map(({ provider }) => provider).sort(),
      };
}
