import { daysNeeded } from './daysNeeded.ts';
import { fitImpact, type ImpactFit } from './fitImpact.ts';
import type { ImpactRow } from './impactDesign.ts';
import { savingBounds, type Bounded } from './savingBounds.ts';
import { savingParts } from './savingParts.ts';
import type { StandardDay } from './standardise.ts';
import { studentQuantile } from './studentQuantile.ts';
import { validHalfWidth } from './validHalfWidth.ts';
import { verdict, type Verdict } from './verdict.ts';

export interface ImpactEvent {
  readonly id: string;
  /** First UTC day it may have touched, and first it was in force on whole; the days between are left out. */
  readonly startDay: number;
  readonly fullDay: number;
  /** Announced change of cost per request: -.15 is 15 % less. */
  readonly expected?: number | undefined;
}

/** Shares of cost per request: -.15 is 15 % less. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The effect of one event, or of several that stand too close together to tell apart. */
export interface EventImpact {
  readonly ids: readonly string[];
  readonly verdict: Verdict;
  /** Days of data after the event, and how many more until a verdict where it is too early for one. */
  readonly daysAfter: number;
  readonly moreDays: number;
  /** 95 % at a single look. */
  readonly effect: Share;
  /** 95 % at all looks together: what the verdict stands on. */
  readonly always: Share;
  readonly saved: Bounded;
  /** At the volume and price of the days since. */
  readonly annual: Bounded;
}

export interface Impact {
  readonly state: 'measured';
  readonly events: readonly EventImpact[];
  /** Of all events together; the parts sum to it. */
  readonly saved: Bounded;
  readonly daysBefore: number;
  readonly notes: readonly string[];
}

export interface NoImpact {
  readonly state: 'too_early' | 'no_history';
  readonly moreDays: number;
  readonly reason: string;
}

const BEFORE_DAYS = 56;
const LEAST_BEFORE = 14;
const LEAST_AFTER = 3;
/** Who still waits for a verdict after four weeks waits for luck. */
const LATEST_VERDICT = 28;
/** A whole week, before a lever is said to do nothing. */
const EARLIEST_NOT_PROVEN = 7;
/** Posterior correlation below which two effects are one: about three days between them. */
const TOO_CLOSE = -0.8;
/** Drift that the prior was not made for, log points a day. */
const FAST_DRIFT = 0.003;
/** What an event is looked for that announced nothing, log points. */
const UNANNOUNCED = Math.log(0.95);

/**
 * Measures events on the cost per request of one scope, all of them in one fit.
 *
 * @param days price- and mix-standardised, rising; up to and without today
 * @param events on this scope, in any order; their doses stay until the last day
 * @param control ln cost per request of untouched features by day; used where it has a value for every day
 */
export function measureImpact(
  days: readonly StandardDay[],
  events: readonly ImpactEvent[],
  control?: ReadonlyMap<number, number>
): Impact | NoImpact {
  const sorted = [...events].sort((a, b) => a.fullDay - b.fullDay);
  const origin = Math.min(...sorted.map(({ startDay }) => startDay));
  const kept = days.filter(
    ({ day }) => day >= origin - BEFORE_DAYS && !sorted.some((event) => day >= event.startDay && day < event.fullDay)
  );
  const daysBefore = kept.filter(({ day }) => day < origin).length;
  const afterOf = ({ fullDay }: ImpactEvent) => kept.filter(({ day }) => day >= fullDay).length;
  if (daysBefore < LEAST_BEFORE) {
    return {
      state: 'no_history',
      moreDays: 0,
      reason: `${daysBefore} days with calls before; it takes ${LEAST_BEFORE} to tell an effect from chance.`,
    };
  }
  const fewest = Math.min(...sorted.map(afterOf));
  if (fewest < LEAST_AFTER) {
    const moreDays = LEAST_AFTER - fewest;
    return { state: 'too_early', moreDays, reason: `${fewest} whole days since; ${moreDays} more for a first look.` };
  }

  const hasControl = control !== undefined && kept.every(({ day }) => control.has(day));
  const middle = hasControl ? kept.reduce((sum, { day }) => sum + (control.get(day) ?? 0), 0) / kept.length : 0;
  const rows = kept.map(({ day }): ImpactRow => ({
    day,
    doses: sorted.map(({ fullDay }) => Number(day >= fullDay)),
    control: hasControl ? (control.get(day) ?? 0) - middle : 0,
  }));
  const fit = fitImpact(
    rows,
    kept.map(({ log }) => log),
    origin,
    hasControl
  );
  const width = studentQuantile(fit.degrees);
  const since = kept.flatMap(({ usd }, index) => {
    const { doses = [] } = rows[index] ?? {};
    return doses.some((dose) => dose > 0) ? [{ usd, doses }] : [];
  });
  const savedBy = (indexes: readonly number[]) =>
    savingBounds(
      (effects) => {
        const parts = savingParts(since, effects);
        return indexes.reduce((sum, index) => sum + (parts[index] ?? 0), 0);
      },
      fit.effects,
      fit.covariance,
      width
    );
  const before = rows.filter(({ day }) => day < origin);
  return {
    state: 'measured',
    events: together(fit).map((indexes) => {
      const group = indexes.map((index) => sorted[index] as ImpactEvent);
      const log = indexes.reduce((sum, index) => sum + (fit.effects[index] ?? 0), 0);
      const se = Math.sqrt(
        indexes.reduce((sum, a) => indexes.reduce((row, b) => row + (fit.covariance[a]?.[b] ?? 0), sum), 0)
      );
      const announced = group.every(({ expected }) => expected !== undefined)
        ? group.reduce((sum, { expected = 0 }) => sum + Math.log1p(expected), 0)
        : undefined;
      const daysAfter = Math.min(...group.map(afterOf));
      const needed = daysNeeded(before, fit, announced ?? UNANNOUNCED) ?? LATEST_VERDICT;
      const due = Math.max(EARLIEST_NOT_PROVEN, Math.min(needed, LATEST_VERDICT));
      const decided = verdict({ log, se, ordinary: width * se }, daysAfter, due, announced);
      const saved = savedBy(indexes);
      const year = 365 / daysAfter;
      return {
        ids: group.map(({ id }) => id),
        verdict: decided,
        daysAfter,
        moreDays: decided === 'too_early' ? due - daysAfter : 0,
        effect: share(log, width * se),
        always: share(log, validHalfWidth(se)),
        saved,
        annual: { usd: saved.usd * year, low: saved.low * year, high: saved.high * year },
      };
    }),
    saved: savedBy(sorted.map((_, index) => index)),
    daysBefore,
    notes: [
      ...(Math.abs(fit.slope) > FAST_DRIFT
        ? ['Cost per request was already moving before: bounds may be too narrow.']
        : []),
      ...(control !== undefined && !hasControl ? ['The control has gaps: measured without it.'] : []),
    ],
  };
}

const share = (log: number, half: number): Share => ({
  share: Math.expm1(log),
  low: Math.expm1(log - half),
  high: Math.expm1(log + half),
});

/** Events by index, neighbours that cannot be told apart in one group: two of them, or a run known only by its sum. */
function together({ effects, covariance }: ImpactFit): number[][] {
  const of = (row: number, column: number) => covariance[row]?.[column] ?? 0;
  const isWithPrevious = effects.map(() => false);
  for (let first = 0; first < effects.length; first += 1) {
    let [whole, parts] = [of(first, first), of(first, first)];
    for (let last = first + 1; last < effects.length; last += 1) {
      for (let other = first; other < last; other += 1) {
        whole += 2 * of(other, last);
      }
      whole += of(last, last);
      parts += of(last, last);
      const isPair = last === first + 1;
      const correlation = of(first, last) / Math.sqrt(of(first, first) * of(last, last));
      if (isPair ? correlation < TOO_CLOSE : whole < (1 + TOO_CLOSE) * parts) {
        isWithPrevious.fill(true, first + 1, last + 1);
      }
    }
  }
  const groups: number[][] = [];
  effects.forEach((_, index) => {
    if (isWithPrevious[index]) {
      groups.at(-1)?.push(index);
    } else {
      groups.push([index]);
    }
  });
  return groups;
}
