import { keptForecast } from '../analysis/forecast/keptForecast.ts';
import type { Ask } from '../questions/ask.ts';
import { createRerunner, type Rerunner } from '../questions/createRerunner.ts';
import type { ForecastLimits, ScopeForecast } from '../questions/forecasts.ts';
import { FORECAST_RECORDS, forecastId } from '../questions/keptForecasts.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { Store } from '../store/store.ts';

export interface Forecaster extends Pick<Rerunner, 'run' | 'stop'> {
  /** As of the newest run. */
  current(): readonly ScopeForecast[];
}

export interface ForecasterEvents {
  done(series: number, kept: number): void;
  failed(error: Error): void;
}

/** Bounds a run to about a second of the reading thread, and `/metrics` to 3,333 series. */
const LIMITS: ForecastLimits = { total: 1, provider: 20, team: 30, feature: 50 };

/** Weeks start on Monday; day 0 was a Thursday. */
const weekOf = (day: EventDay) => Math.floor((day + 3) / 7);

/**
 * Forecasts from the closed books on the thread that reads them, and keeps the first forecast of each week of every name,
 * so that it can be scored when its days have come.
 */
export function createForecaster(
  { ask, store, now }: { readonly ask: Ask; readonly store: Pick<Store, 'record'>; readonly now: () => number },
  events: ForecasterEvents
): Forecaster {
  let newest: readonly ScopeForecast[] = [];

  const keep = async ({ scope, name, forecast, lastKept }: ScopeForecast): Promise<boolean> => {
    if (forecast.state !== 'ready' || runs.isStopped()) {
      return false;
    }
    const { path } = forecast;
    if (lastKept && weekOf(lastKept.kept.firstDay) >= weekOf(path.firstDay)) {
      return false;
    }
    const outcome = await store.record({
      kind: FORECAST_RECORDS,
      id: forecastId(scope, name),
      version: (lastKept?.version ?? 0) + 1,
      action: 'record',
      state: 'recorded',
      atMs: now(),
      by: { name: 'ledger', proof: 'none' },
      note: undefined,
      content: { ...keptForecast(path) },
    });
    if (outcome.kind === 'unavailable') {
      throw new Error(outcome.message);
    }
    return outcome.kind === 'kept';
  };

  const runs = createRerunner(async () => {
    newest = await ask('forecasts', LIMITS);
    let kept = 0;
    for (const one of newest) {
      kept += Number(await keep(one));
    }
    events.done(newest.length, kept);
  }, events.failed);

  return { run: runs.run, current: () => newest, stop: runs.stop };
}
