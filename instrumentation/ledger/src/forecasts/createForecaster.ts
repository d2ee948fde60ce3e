import { keptForecast } from '../analysis/forecast/keptForecast.ts';
import type { Ask } from '../questions/ask.ts';
import type { ForecastLimits, ScopeForecast } from '../questions/forecasts.ts';
import { FORECAST_RECORDS, forecastId } from '../questions/keptForecasts.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { Store } from '../store/store.ts';

export interface Forecaster {
  /** Forecasts anew, after the run that is under way where there is one; the caller need not wait. */
  run(): void;
  /** As of the newest run. */
  current(): readonly ScopeForecast[];
  stop(): Promise<void>;
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
  let running: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;

  const keep = async ({ scope, name, forecast, lastKept }: ScopeForecast): Promise<boolean> => {
    if (forecast.state !== 'ready' || isStopped) {
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

  const once = async () => {
    try {
      newest = await ask('forecasts', LIMITS);
      let kept = 0;
      for (const one of newest) {
        kept += Number(await keep(one));
      }
      events.done(newest.length, kept);
    } catch (error) {
      if (!isStopped) {
        events.failed(error instanceof Error ? error : new Error(String(error)));
      }
    }
  };

  const loop = async () => {
    while (isWanted && !isStopped) {
      isWanted = false;
      await once();
    }
    running = undefined;
  };

  return {
    run() {
      isWanted = true;
      running ??= loop();
    },
    current: () => newest,
    async stop() {
      isStopped = true;
      await running;
    },
  };
}
