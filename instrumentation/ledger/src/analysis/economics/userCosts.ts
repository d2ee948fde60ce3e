import { spendOf, type EconomicDay } from './economicDay.ts';

/** People that calls of a calendar month say they are for, up to some day of it. */
export interface CountedUsers {
  /** First and last day. */
  readonly from: number;
  readonly to: number;
  readonly users: bigint;
  /** There were more than the books have room for. */
  readonly isAtLeast: boolean;
  /** Calls of these days that say whom they are for, and all of them. */
  readonly calls: bigint;
  readonly allCalls: bigint;
}

/** What days cost beside the people who used it on them. */
export interface UserCost extends Omit<CountedUsers, 'calls' | 'allCalls'> {
  /** `outside`: a source outside of telemetry said how many; `records`: the calls did. */
  readonly source: 'outside' | 'records';
  readonly nanoUsd: bigint;
  /** Calls that say whom they are for; undefined where they were not asked. */
  readonly calls: { readonly known: bigint; readonly all: bigint } | undefined;
}

export interface UserCosts {
  /** The calendar month so far; of an outside source the 30 days up to the last it counted. */
  readonly current: UserCost | undefined;
  /** The calendar month before; of an outside source the 30 days up to the last of it that it counted. */
  readonly lastMonth: UserCost | undefined;
}

/** Days an outside source counts people of. */
const USER_DAYS = 30;

/**
 * What a feature cost by the people who used it. Where an outside source ever counted them, what it says holds: it knows those
 * whom calls do not name.
 *
 * @param days earliest first, one for each day; they begin before the month before
 * @param period an outside source is asked of its last day that has users
 * @param month the calendar month before that of the last day
 * @param counted from calls; undefined where none said whom it is for
 * @example 30 days at $41 used by 410 people: $3 a user
 */
export function userCosts(
  days: readonly EconomicDay[],
  period: { readonly from: number; readonly to: number },
  month: { readonly from: number; readonly to: number },
  counted: { readonly current: CountedUsers | undefined; readonly lastMonth: CountedUsers | undefined }
): UserCosts {
  const spent = (from: number, to: number): bigint =>
    days.filter(({ day }) => day >= from && day <= to).reduce((sum, day) => sum + spendOf(day), 0n);
  const outside = ({ from, to }: { readonly from: number; readonly to: number }): UserCost | undefined => {
    const last = days.findLast(({ day, users = 0n }) => day >= from && day <= to && users > 0n);
    return last?.users === undefined
      ? undefined
      : {
          ...{ source: 'outside', from: last.day - USER_DAYS + 1, to: last.day, users: last.users, isAtLeast: false },
          ...{ nanoUsd: spent(last.day - USER_DAYS + 1, last.day), calls: undefined },
        };
  };
  const recorded = (found: CountedUsers | undefined): UserCost | undefined => {
    if (found === undefined || found.users === 0n) {
      return undefined;
    }
    const { calls, allCalls, ...users } = found;
    const nanoUsd = spent(found.from, found.to);
    return { source: 'records', ...users, nanoUsd, calls: { known: calls, all: allCalls } };
  };
  return days.some(({ users }) => users !== undefined)
    ? { current: outside(period), lastMonth: outside(month) }
    : { current: recorded(counted.current), lastMonth: recorded(counted.lastMonth) };
}
