import type { EconomicDay } from './economicDay.ts';

export interface UnitInForce {
  readonly unit: string;
  /** The first day it can be compared from, where another unit was counted before; undefined where there was none. */
  readonly since: number | undefined;
  /** The unit before it. */
  readonly before: string | undefined;
}

/**
 * What a feature counts now: the unit of the owners file where it was ever counted, else the one counted last (the most of
 * it, where a day has several). Cost per outcome holds from the day after another unit was last the only one.
 *
 * @param days earliest first
 * @example tickets to the 9th, conversations from the 10th → conversation, since the 10th, before it ticket
 */
export function unitInForce(days: readonly EconomicDay[], configured: string | undefined): UnitInForce | undefined {
  const counted = (day: EconomicDay, unit: string) => (day.units.get(unit) ?? 0n) > 0n;
  const unit = configured !== undefined && days.some((day) => counted(day, configured)) ? configured : newestUnit(days);
  if (unit === undefined) {
    return undefined;
  }
  const others = ({ units }: EconomicDay) => [...units].filter(([name, count]) => name !== unit && count > 0n);
  const last = days.findLast((day) => others(day).length > 0 && !counted(day, unit));
  const isUsedSince = last !== undefined && days.some((day) => day.day > last.day && counted(day, unit));
  return isUsedSince
    ? { unit, since: last.day + 1, before: others(last)[0]?.[0] }
    : { unit, since: undefined, before: undefined };
}

function newestUnit(days: readonly EconomicDay[]): string | undefined {
  const counts = ({ units }: EconomicDay) => [...units].filter(([, count]) => count > 0n);
  const last = days.findLast((day) => counts(day).length > 0);
  const most = last && counts(last).reduce((best, one) => (one[1] > best[1] ? one : best));
  return most?.[0];
}
