import { budgetExhaustion } from '../analysis/forecast/budgetExhaustion.ts';
import type { ScopeForecast } from '../questions/forecasts.ts';
import { DAY_MS } from '../store/eventDay.ts';
import { monthText } from '../store/monthText.ts';

interface BudgetEnd {
  readonly labels: {
    readonly scope: string;
    readonly name: string;
    readonly period: 'month';
    readonly bound: 'earliest' | 'expected' | 'latest';
  };
  /** Start of the UTC day, Unix seconds. */
  readonly value: number;
}

/** USD a calendar month; undefined where there is none. */
export type BudgetOf = (scope: ScopeForecast['scope'], name: string) => number | undefined;

/**
 * The day each month's budget runs out on, by the forecast: the `expected` one, and those that 80 of 100 cases lie
 * between. No series where it lasts, where it is used up already, and for a bound that is past the month's end.
 */
export function budgetEnds(forecasts: readonly ScopeForecast[], budgetOf: BudgetOf, totalName: string): BudgetEnd[] {
  return forecasts.flatMap(({ scope, name, forecast, monthToDateUsd }) => {
    const budget = budgetOf(scope, name);
    if (forecast.state !== 'ready' || budget === undefined) {
      return [];
    }
    const { firstDay } = forecast.path;
    const month = monthText(firstDay);
    let last = firstDay;
    while (monthText(last + 1) === month) {
      last += 1;
    }
    const end = budgetExhaustion(forecast.path, budget - monthToDateUsd, last);
    const days = [
      ['earliest', 'earliest' in end ? end.earliest : null],
      ['expected', end.state === 'runs_out' ? end.day : null],
      ['latest', end.state === 'runs_out' ? end.latest : null],
    ] as const;
    return days.flatMap(([bound, day]) =>
      day === null
        ? []
        : [
            {
              labels: { scope, name: scope === 'total' ? totalName : name, period: 'month', bound },
              value: (day * DAY_MS) / 1_000,
            },
          ]
    );
  });
}
