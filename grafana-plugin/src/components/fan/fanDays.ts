import { type DailyCost, type ForecastPath, intervalOf } from '@ai-finops/ledger/analysis';
import { DAY_MS } from '../../queries/dayMs.ts';

/** A day of the fan: 00:00 UTC in ms, USD. Closed days have `actual`, days to come the rest. */
export interface FanDay {
  readonly atMs: number;
  readonly actual?: number | undefined;
  readonly usd?: number;
  readonly low80?: number;
  readonly high80?: number;
  readonly low95?: number;
  readonly high95?: number;
}

const SHOWN_DAYS = 90;

/** Closed days as Prometheus has them, or else as the ledger's history; then each day to come with its own bounds. */
export function fanDays(
  actual: ReadonlyMap<number, number> | undefined,
  history: readonly DailyCost[],
  path: ForecastPath
): FanDay[] {
  const known = new Map(history.map(({ day, usd }) => [day * DAY_MS, usd]));
  const from = (path.firstDay - SHOWN_DAYS) * DAY_MS;
  const past = Array.from({ length: SHOWN_DAYS }, (_, index): FanDay => {
    const atMs = from + index * DAY_MS;
    return { atMs, actual: actual ? actual.get(atMs) : known.get(atMs) };
  });
  const firstKnown = past.findIndex((day) => day.actual !== undefined);
  const future = path.usd.map((_, index): FanDay => {
    const { usd, bounds } = intervalOf(path, index, index + 1);
    return {
      atMs: (path.firstDay + index) * DAY_MS,
      usd,
      low80: bounds[80].low,
      high80: bounds[80].high,
      low95: bounds[95].low,
      high95: bounds[95].high,
    };
  });
  return [...(firstKnown < 0 ? [] : past.slice(firstKnown)), ...future];
}
