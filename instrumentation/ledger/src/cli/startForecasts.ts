import { createForecaster, type Forecaster } from '../forecasts/createForecaster.ts';
import type { Log } from './createLog.ts';

/** Keeps the forecast up to the closed books: at start, and whenever days were closed. */
export function startForecasts(parts: Parameters<typeof createForecaster>[0], log: Log): Forecaster {
  const forecaster = createForecaster(parts, {
    done(series, kept) {
      if (kept > 0) {
        log('info', 'forecasts kept', { series, kept });
      }
    },
    failed: (error) =>
      log('error', 'the forecast could not be made: it is tried again after the next close', { error: error.message }),
  });
  forecaster.run();
  return forecaster;
}
