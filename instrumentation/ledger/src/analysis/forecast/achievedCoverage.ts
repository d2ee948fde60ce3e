import { Z, type Level } from './level.ts';
import { logVariance } from './logVariance.ts';
import type { RollingError } from './rollingErrors.ts';
import { steady } from './steady.ts';

/** How often the intervals of this very series held when they were made earlier. */
export interface AchievedCoverage {
  readonly fromAhead: number;
  readonly throughAhead: number;
  /** Days judged; those of one origin hang together, so that they count for less than as many separate ones. */
  readonly days: number;
  /** Share of days within the interval of each level, 0 to 1. */
  readonly shares: Readonly<Record<Level, number>>;
}

const BANDS = [
  { fromAhead: 1, throughAhead: 30 },
  { fromAhead: 31, throughAhead: 90 },
] as const;
const LEAST_JUDGED = 30;
/** Days of history that the floor under a spread is taken from. */
const SPREAD_DAYS = 98;

/** Coverage of the past: each origin with the spread fitted to errors that were known then, never to later ones. */
export function achievedCoverage(logs: readonly number[], errors: readonly RollingError[]): AchievedCoverage[] {
  const misses: { readonly ahead: number; readonly deviations: number }[] = [];
  for (const origin of new Set(errors.map((one) => one.origin))) {
    const known = errors.filter((one) => one.origin + one.ahead <= origin);
    if (known.length > 0) {
      const { noise, walk } = logVariance(known, steady(logs.slice(Math.max(0, origin - SPREAD_DAYS), origin)));
      for (const { ahead, error, ...of } of errors) {
        if (of.origin === origin) {
          misses.push({ ahead, deviations: Math.abs(error) / Math.sqrt(noise + walk * ahead) });
        }
      }
    }
  }
  return BANDS.flatMap((band) => {
    const judged = misses.filter(({ ahead }) => ahead >= band.fromAhead && ahead <= band.throughAhead);
    if (judged.length < LEAST_JUDGED) {
      return [];
    }
    const share = (level: Level) => judged.filter(({ deviations }) => deviations <= Z[level]).length / judged.length;
    return [{ ...band, days: judged.length, shares: { 80: share(80), 95: share(95) } }];
  });
}
