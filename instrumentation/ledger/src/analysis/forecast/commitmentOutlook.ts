import { budgetExhaustion, type Exhaustion } from './budgetExhaustion.ts';
import type { DailyCost } from './dailyCost.ts';
import type { ForecastPath } from './forecastPath.ts';
import { intervalOf } from './intervalOf.ts';

/** What is paid for, used or not: so many USD of a provider's calls on the days from first to last, UTC days. */
export interface Commitment {
  readonly usd: number;
  readonly firstDay: number;
  readonly throughDay: number;
  /** What was used of it before the books begin, USD; undefined where nobody said. */
  readonly usedBefore: number | undefined;
}

/** By use: the least and the most of 80 of 100 cases, and the middle. */
interface ByUse {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** Low, middle and high are those of use: an 80 % range. USD. */
export interface CommitmentOutlook {
  readonly used: number;
  readonly remaining: number;
  /** Days that are looked at: those forecast, to its last one at most. */
  readonly days: number;
  readonly use: ByUse;
  /** The share of that use that what remains pays for. */
  readonly covered: ByUse;
  /** When it is used up. */
  readonly end: Exhaustion;
  /** What lies idle at its end; undefined where that is beyond the forecast. */
  readonly idle: ByUse | undefined;
  /** USD a day that it takes to use it up by its end, from now on. */
  readonly pace: number;
}

/**
 * What a commitment covers of what is forecast, and whether it is used up or left idle. Every call at the provider draws on
 * it, at what the ledger priced it. A sentence where the use so far is not known.
 *
 * Worked: $1,000 over 20 days, $400 used on the first 10, $50 a day forecast without spread: of the $500 to come all is
 * covered and $100 lie idle; at $80 a day it is used up on the eighth day, and covers 75 %.
 *
 * @param history closed days of the provider, rising
 */
export function commitmentOutlook(
  { usd, firstDay, throughDay, usedBefore }: Commitment,
  history: readonly DailyCost[],
  path: ForecastPath
): CommitmentOutlook | string {
  if (throughDay < path.firstDay) {
    return 'It has ended.';
  }
  if (firstDay > path.firstDay) {
    return 'It has not begun.';
  }
  const first = history[0]?.day ?? path.firstDay;
  if (first > firstDay && usedBefore === undefined) {
    return 'The books begin after it did, and nobody said what was used of it before.';
  }
  const used = history.reduce(
    (sum, day) => sum + (day.day >= firstDay && day.day < path.firstDay ? day.usd : 0),
    first > firstDay ? (usedBefore ?? 0) : 0
  );
  const remaining = Math.max(0, usd - used);
  const left = throughDay - path.firstDay + 1;
  const days = Math.min(path.usd.length, left);
  const { usd: middle, bounds } = intervalOf(path, 0, days);
  const use = { low: bounds[80].low, middle, high: bounds[80].high };
  const each = (of: (use: number) => number): ByUse => ({
    low: of(use.low),
    middle: of(use.middle),
    high: of(use.high),
  });
  return {
    ...{ used, remaining, days, use },
    covered: each((one) => (one > 0 ? Math.min(1, remaining / one) : 1)),
    end: budgetExhaustion(path, remaining, throughDay),
    idle: days < left ? undefined : each((one) => Math.max(0, remaining - one)),
    pace: remaining / left,
  };
}
