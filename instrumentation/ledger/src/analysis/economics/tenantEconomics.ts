import { losing, type Losing } from './losing.ts';

/** What a tenant cost and paid on one UTC day. */
export interface TenantDay {
  /** Days since the epoch. */
  readonly day: number;
  readonly nanoUsd: bigint;
  /** Undefined where it is not known. */
  readonly revenueNanoUsd: bigint | undefined;
}

export interface TenantEconomics {
  readonly nanoUsd: bigint;
  /** Of the days whose revenue is known; undefined where none is. */
  readonly revenueNanoUsd: bigint | undefined;
  /** Revenue less cost, of these days. */
  readonly marginNanoUsd: bigint | undefined;
  readonly losing: Losing | undefined;
  readonly daysWithoutRevenue: number;
}

/** @param days earliest first; may begin before the period */
export function tenantEconomics(
  days: readonly TenantDay[],
  { from, to }: { readonly from: number; readonly to: number }
): TenantEconomics {
  const known = days.flatMap(({ day, nanoUsd, revenueNanoUsd }) =>
    revenueNanoUsd === undefined || day > to
      ? []
      : [{ day, revenue: revenueNanoUsd, nanoUsd: revenueNanoUsd - nanoUsd }]
  );
  const own = known.filter(({ day }) => day >= from);
  const spent = days.filter(({ day }) => day >= from && day <= to);
  return {
    nanoUsd: spent.reduce((sum, { nanoUsd }) => sum + nanoUsd, 0n),
    revenueNanoUsd: own.length === 0 ? undefined : own.reduce((sum, { revenue }) => sum + revenue, 0n),
    marginNanoUsd: own.length === 0 ? undefined : own.reduce((sum, { nanoUsd }) => sum + nanoUsd, 0n),
    losing: losing(known),
    daysWithoutRevenue: spent.length - own.length,
  };
}
