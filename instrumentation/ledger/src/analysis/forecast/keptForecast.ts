import type { ForecastPath } from './forecastPath.ts';
import { intervalOf } from './intervalOf.ts';
import type { KeptForecast } from './scoreForecast.ts';

/** A path as it is kept and shown: days with their bounds, to four digits, which is more than any forecast knows. */
export function keptForecast(path: ForecastPath): KeptForecast {
  const days = path.usd.map((_, index) => intervalOf(path, index, index + 1));
  const rounded = (of: (day: (typeof days)[number]) => number) => days.map((day) => Number(of(day).toPrecision(4)));
  return {
    firstDay: path.firstDay,
    usd: rounded(({ usd }) => usd),
    low80: rounded(({ bounds }) => bounds[80].low),
    high80: rounded(({ bounds }) => bounds[80].high),
    low95: rounded(({ bounds }) => bounds[95].low),
    high95: rounded(({ bounds }) => bounds[95].high),
  };
}
