import { applyAssumptions } from '../analysis/forecast/applyAssumptions.ts';
import { intervalOf } from '../analysis/forecast/intervalOf.ts';
import type { ScopeForecast } from '../questions/forecasts.ts';
import { monthText } from '../store/monthText.ts';

interface ForecastSample {
  readonly labels: {
    readonly scope: string;
    readonly name: string;
    readonly scenario: 'half' | 'expected' | 'double';
    readonly horizon: 'month' | '30d' | '90d';
    readonly quantile: string;
  };
  readonly value: number;
}

const SCENARIOS = { half: 0.5, expected: 1, double: 2 } as const;

/**
 * What forecasts say as metric samples: 33 a name. `month` is the calendar month whole, closed days included; `30d` and
 * `90d` are the days after the newest close. The outer quantiles stand only on the expected usage.
 *
 * @param totalName what the total is called, as on its budget
 */
export function forecastSeries(forecasts: readonly ScopeForecast[], totalName: string): ForecastSample[] {
  return forecasts.flatMap(({ scope, name, forecast, monthToDateUsd }) => {
    if (forecast.state !== 'ready') {
      return [];
    }
    const { firstDay } = forecast.path;
    const month = monthText(firstDay);
    let left = 0;
    while (monthText(firstDay + left) === month) {
      left += 1;
    }
    const horizons = [
      { horizon: 'month', days: left, before: monthToDateUsd },
      { horizon: '30d', days: 30, before: 0 },
      { horizon: '90d', days: 90, before: 0 },
    ] as const;
    return Object.entries(SCENARIOS).flatMap(([scenario, usage]) => {
      const path = applyAssumptions(forecast.path, { usage, price: 1, mix: 1, effects: [] });
      return horizons.flatMap(({ horizon, days, before }) => {
        const { usd, bounds } = intervalOf(path, 0, days);
        const quantiles = [
          ['0.1', bounds[80].low],
          ['0.5', usd],
          ['0.9', bounds[80].high],
          ...(scenario === 'expected' ? [['0.025', bounds[95].low] as const, ['0.975', bounds[95].high] as const] : []),
        ] as const;
        return quantiles.map(([quantile, value]) => ({
          labels: {
            scope,
            name: scope === 'total' ? totalName : name,
            scenario: scenario as keyof typeof SCENARIOS,
            horizon,
            quantile,
          },
          value: before + value,
        }));
      });
    });
  });
}
