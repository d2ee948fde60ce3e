import { forecastDaily, intervalOf } from '@ai-finops/ledger/analysis';
import { dampedHoltWinters } from './dampedHoltWinters.ts';
import { projection, type Method } from './method.ts';

const deviationOf = (values: readonly number[]) => {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  return Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1));
};

/** What is compared. All but ours are on the log scale, so that none forecasts below 0. */
export const METHODS: Readonly<Record<string, Method>> = {
  'ours (calibrated ensemble)': (history, days) => {
    const forecast = forecastDaily(
      history.map((usd, day) => ({ day, usd })),
      history.length,
      days
    );
    if (forecast.state !== 'ready') {
      throw new Error(forecast.reason);
    }
    const each = forecast.path.usd.map((_, index) => intervalOf(forecast.path, index, index + 1).bounds);
    return {
      usd: forecast.path.usd,
      low: { 80: each.map((bounds) => bounds[80].low), 95: each.map((bounds) => bounds[95].low) },
      high: { 80: each.map((bounds) => bounds[80].high), 95: each.map((bounds) => bounds[95].high) },
    };
  },
  'seasonal naive': (history, days) => {
    const logs = history.map(Math.log);
    const weekly = deviationOf(logs.slice(7).map((log, index) => log - (logs[index] ?? 0)));
    const path = Array.from({ length: days }, (_, ahead) => logs[logs.length - 7 + (ahead % 7)] ?? 0);
    return projection(path, (ahead) => weekly * Math.sqrt(Math.ceil(ahead / 7)));
  },
  'drift with a week': (history, days) => {
    const logs = history.map(Math.log);
    const changes = logs.slice(7).map((log, index) => log - (logs[index] ?? 0));
    const drift = changes.reduce((sum, one) => sum + one, 0) / changes.length / 7;
    const weekly = deviationOf(changes);
    const path = Array.from(
      { length: days },
      (_, ahead) => (logs[logs.length - 7 + (ahead % 7)] ?? 0) + drift * 7 * Math.ceil((ahead + 1) / 7)
    );
    const deviation = (ahead: number) => {
      const weeks = Math.ceil(ahead / 7);
      return weekly * Math.sqrt(weeks * (1 + weeks / (changes.length / 7)));
    };
    return projection(path, deviation);
  },
  'damped Holt-Winters (ETS)': dampedHoltWinters,
};
