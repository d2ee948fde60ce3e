import type { Calibration } from './calibration.ts';
import type { ClosedWindow } from './closedWindow.ts';
import { DAY_MS } from './dayMs.ts';
import { daysUpTo } from './daysUpTo.ts';
import { isoDay } from './isoDay.ts';
import type { Label } from './label.ts';
import { ratioParams } from './ratioParams.ts';
import type { Scope } from './scope.ts';

/** Costs that no series keeps as finely as they are wanted, and the ledger's books do: what `GET /api/v1/costs` is asked. */
export interface BookCosts {
  readonly params: Readonly<Record<string, string | readonly string[]>>;
  /** The names beyond those listed come as `other`. */
  readonly hasOthers: boolean;
}

/** Whole periods list as many tenants as the series have; a chart's days the dearest of them. */
const MOST_NAMES = '10000';
const MOST_DRAWN = '100';

/**
 * What closed days cost by tenant, calibrated: the books know at which provider a tenant's cost arose, and its series do not.
 * As the series do, by tenant and feature it counts every environment.
 */
export function bookCosts(
  { environment, filters = [] }: Scope,
  window: ClosedWindow,
  by: Label | undefined,
  calibration: readonly Calibration[]
): BookCosts {
  const isByFeature = by === 'feature' || filters.some(({ label }) => label === 'feature');
  const days = daysOf(window);
  return {
    params: {
      ...days,
      ...(by !== undefined && { by }),
      ...(environment !== undefined && !isByFeature && { environment }),
      ...Object.fromEntries(filters.map(({ label, values }) => [label, values])),
      calibration: ratioParams(calibration, days.from),
      limit: 'each' in window ? MOST_DRAWN : MOST_NAMES,
    },
    hasOthers: true,
  };
}

function daysOf(window: ClosedWindow): { readonly from: string; readonly to: string; readonly each?: 'day' } {
  if ('last' in window) {
    return { from: isoDay(window.last), to: isoDay(window.last) };
  }
  if ('each' in window) {
    return { from: isoDay(window.each.firstDay), to: isoDay(window.each.lastDay), each: 'day' };
  }
  const last = window.lastDay - (window.daysBefore ?? 0) * DAY_MS;
  return { from: isoDay(daysUpTo(last, window.days).firstDay), to: isoDay(last) };
}
