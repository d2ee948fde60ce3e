import {
  budgetExhaustion,
  type DailyCost,
  type Exhaustion,
  type ForecastPath,
  type Interval,
  intervalOf,
} from '@ai-finops/ledger/analysis';
import { DAY_MS } from '../queries/dayMs.ts';

/** The calendar month that a path starts in, its closed days included; USD. */
export interface MonthOutlook {
  readonly spent: number;
  readonly usd: number;
  readonly low: number;
  readonly high: number;
  /** First and last day of the month, whole days since the epoch. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** undefined without a budget. */
  readonly end: Exhaustion | undefined;
}

/** What the month will have cost, at 80 %, and when its budget runs out. */
export function monthOutlook(
  history: readonly DailyCost[],
  path: ForecastPath,
  budget: number | undefined
): MonthOutlook {
  const at = new Date(path.firstDay * DAY_MS);
  const firstDay = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1) / DAY_MS;
  const lastDay = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0) / DAY_MS;
  const spent = history
    .filter(({ day }) => day >= firstDay && day < path.firstDay)
    .reduce((sum, { usd }) => sum + usd, 0);
  const left: Interval = intervalOf(path, 0, lastDay - path.firstDay + 1);
  return {
    spent,
    usd: spent + left.usd,
    low: spent + left.bounds[80].low,
    high: spent + left.bounds[80].high,
    firstDay,
    lastDay,
    end: budget === undefined ? undefined : budgetExhaustion(path, budget - spent, lastDay),
  };
}
