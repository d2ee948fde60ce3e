import { applyAssumptions, forecastDaily, intervalOf } from '@ai-finops/ledger/analysis';
import { dayTotals } from '../../components/days/dayTotals.ts';
import { type FanDay, fanDays } from '../../components/fan/fanDays.ts';
import { monthLength } from '../../components/monthLength.ts';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import { sumKnown } from '../../components/sumKnown.ts';
import type { DailyCosts } from '../../data/dailyCosts.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import type { ForecastOptions } from './forecastOptions.ts';

interface Projection {
  readonly days: readonly FanDay[];
  /** USD, in the month of the first day to come. */
  readonly budgetADay: number | undefined;
  readonly sentence: string;
}

const RECENT = 30;

/**
 * All series together, and the days after their last one by the ledger's own model. In words where there is no forecast.
 * The sum's bounds are narrower than the sum of the days' bounds: noise evens out.
 */
export function projection(
  costs: DailyCosts,
  { horizon, usage, budget }: ForecastOptions
): Projection | { readonly words: string } {
  const totals = dayTotals(costs);
  const history = totals.flatMap((usd, index) =>
    usd === undefined ? [] : [{ day: (costs.days[index] ?? 0) / DAY_MS, usd }]
  );
  const today = (history.at(-1)?.day ?? 0) + 1;
  const forecast = forecastDaily(history, today, horizon);
  if (forecast.state !== 'ready') {
    return { words: forecast.reason };
  }
  const path = applyAssumptions(forecast.path, { usage, price: 1, mix: 1, effects: [] });
  const {
    usd,
    bounds: { 80: likely },
  } = intervalOf(path, 0, path.usd.length);
  const recent = history.slice(-RECENT);
  const before = (sumKnown(recent.map((one) => one.usd)) ?? 0) / recent.length;
  const assumed = usage === 1 ? '' : `At ${usage === 2 ? 'double' : 'half'} usage: `;
  return {
    days: fanDays(undefined, history, path),
    budgetADay: budget === undefined ? undefined : budget / monthLength(path.firstDay * DAY_MS),
    sentence:
      `${assumed}${formatMoneyShort(usd)} in the next ${horizon} days, ${formatMoneyShort(likely.low)} to ` +
      `${formatMoneyShort(likely.high)} in 8 of 10 cases; ${formatMoneyShort(usd / horizon)} a day after ` +
      `${formatMoneyShort(before)} in the last ${recent.length}.`,
  };
}
