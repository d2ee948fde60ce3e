import { ensemble } from './ensemble.ts';
import { steady } from './steady.ts';

/** How far off a forecast made at `origin` (days of history it saw) was `ahead` days later, on a log scale. */
export interface RollingError {
  readonly origin: number;
  readonly ahead: number;
  readonly error: number;
}

const FIRST_ORIGIN = 35;
const MOST_ORIGINS = 16;
const OLDEST_DAYS = 200;
const MOST_AHEAD = 90;
/** What is older hardly moves any part of the ensemble, and costs time. */
const SEEN_DAYS = 126;

/**
 * Rolling-origin back-test: what the same forecast, made at up to 16 earlier days from what was known then, got wrong.
 *
 * @param logs by day, NaN where unknown; not made steady: a forecast is judged by what really came
 */
export function rollingErrors(logs: readonly number[]): RollingError[] {
  const step = Math.max(4, Math.ceil((logs.length - FIRST_ORIGIN) / MOST_ORIGINS));
  const first = Math.max(FIRST_ORIGIN, logs.length - OLDEST_DAYS);
  const errors: RollingError[] = [];
  for (let origin = logs.length - 4; origin >= first; origin -= step) {
    const forecast = ensemble(
      steady(logs.slice(Math.max(0, origin - SEEN_DAYS), origin)),
      Math.min(logs.length - origin, MOST_AHEAD)
    );
    forecast.forEach((expected, index) => {
      const error = (logs[origin + index] ?? NaN) - expected;
      if (!Number.isNaN(error)) {
        errors.push({ origin, ahead: index + 1, error });
      }
    });
  }
  return errors;
}
