import type { DatabaseSync } from 'node:sqlite';
import { heldTogether } from '../analysis/impact/heldTogether.ts';
import { isHeldOut } from '../analysis/impact/isHeldOut.ts';
import type { ListedUnits } from '../analysis/impact/listedUnits.ts';
import { measureImpact, type Impact, type ImpactEvent } from '../analysis/impact/measureImpact.ts';
import { standardise, type StandardDay } from '../analysis/impact/standardise.ts';
import type { EventDay } from '../store/eventDay.ts';
import { impactWords } from './impactWords.ts';
import type { LeverImpact } from './leverImpact.ts';
import { noImpact } from './noImpact.ts';
import type { Optimization } from './optimization.ts';
import { controlDays } from './controlDays.ts';
import { overlaps } from './overlaps.ts';
import { scopeCells, type ScopeCell } from './scopeCells.ts';
import { DAYS_A_MONTH } from './daysAMonth.ts';

/** The days that can be measured on: closed ones. */
export interface MeasuredDays {
  readonly first: EventDay;
  readonly through: EventDay;
}

export interface ScopeMeasure {
  readonly impacts: ReadonlyMap<string, LeverImpact>;
  /** Of the events with a verdict; those that cannot be told apart are one. */
  readonly verdicts: readonly Impact['events'][number][];
  readonly days: readonly StandardDay[];
}

const BEFORE_DAYS = 56;
const LEAST_BEFORE = 14;
const LEAST_AFTER = 3;
const BASE_DAYS = 28;
/** A lever is not expected to take away all of the cost, however much somebody hoped. */
const MOST_EXPECTED = 0.95;

/**
 * Measures all events on one scope in one fit, with doses for events on scopes that overlap it. Events that are too young
 * or older than the books have their reason, and stay out of the fit.
 *
 * @param own events with the same scope
 * @param others all other events
 * @param listed what units cost by the price list
 */
export function measureOptimizations(
  database: DatabaseSync,
  own: readonly Optimization[],
  others: readonly Optimization[],
  books: MeasuredDays,
  listed: ListedUnits
): ScopeMeasure {
  const impacts = new Map<string, LeverImpact>();
  const scope = own[0]?.scope ?? {};
  if (scope.tenant !== undefined) {
    const reason =
      'The books keep no models by tenant, so that price and mix cannot be held fixed: record it on a feature.';
    own.forEach(({ entry }) => impacts.set(entry.id, noImpact('no_data', reason)));
    return { impacts, verdicts: [], days: [] };
  }
  const levers = own.map(({ lever }) => lever);
  const beside = others.filter((other) => overlaps(other.scope, scope) && !isHeldOut(other.lever, levers));
  const from = Math.max(books.first, Math.min(...own.map(({ startDay }) => startDay)) - 2 * BEFORE_DAYS);
  const cells = scopeCells(database, scope, from, books.through);
  const held = heldTogether(levers);
  const mix = scope.feature === undefined ? (cell: ScopeCell) => `${cell.feature}\n${held.mix(cell)}` : held.mix;
  const days = standardise(cells, { price: held.price, mix: mix as typeof held.mix }, listed);
  const firstSeen = days[0]?.day ?? books.through;

  const fitted: Optimization[] = [];
  let until = books.through;
  for (const one of own) {
    const before = days.filter(({ day }) => day < one.startDay).length;
    const after = days.filter(({ day }) => day >= one.fullDay).length;
    if (days.length === 0) {
      impacts.set(one.entry.id, noImpact('no_data', 'No priced call on a closed day in this scope.'));
    } else if (after < LEAST_AFTER) {
      const moreDays = Math.max(LEAST_AFTER - after, one.fullDay + LEAST_AFTER - 1 - books.through);
      const reason = `${after} whole closed day${after === 1 ? '' : 's'} with calls since; ${moreDays} more for a first look.`;
      impacts.set(one.entry.id, { ...noImpact('too_early', reason), daysAfter: after, moreDays });
      until = Math.min(until, one.startDay - 1);
    } else if (before < LEAST_BEFORE) {
      const reason = `${before} days with calls before it; it takes ${LEAST_BEFORE} to tell an effect from chance.`;
      impacts.set(one.entry.id, { ...noImpact('no_data', reason), daysAfter: after });
    } else {
      fitted.push(one);
    }
  }
  if (fitted.length === 0) {
    return { impacts, verdicts: [], days };
  }
  const within = days.filter(({ day }) => day <= until);
  const hasBothSides = ({ startDay, fullDay }: Optimization) =>
    startDay >= firstSeen + LEAST_BEFORE && within.filter(({ day }) => day >= fullDay).length >= LEAST_AFTER;
  const doses = [...fitted, ...beside.filter(hasBothSides)].map((one) => dose(one, within));
  const origin = Math.min(...doses.map(({ startDay }) => startDay));
  const control = controlDays(database, fitted, others, {
    days: within.map(({ day }) => day).filter((day) => day >= origin - BEFORE_DAYS),
    held,
    listed,
  });
  const measured = measureImpact(within, doses, control.logs);
  if (measured.state !== 'measured') {
    const state = measured.state === 'too_early' ? measured.state : 'no_data';
    fitted.forEach(({ entry }) =>
      impacts.set(entry.id, { ...noImpact(state, measured.reason), moreDays: measured.moreDays })
    );
    return { impacts, verdicts: [], days };
  }
  const verdicts: Impact['events'][number][] = [];
  for (const event of measured.events) {
    const mine = event.ids.filter((id) => fitted.some(({ entry }) => entry.id === id));
    if (mine.length > 0 && event.verdict !== 'too_early') {
      verdicts.push(event);
    }
    for (const id of mine) {
      const impact = impactOf(event, id, [...measured.notes, ...control.notes]);
      impacts.set(id, { ...impact, control: control.members });
    }
  }
  return { impacts, verdicts, days };
}

/** The announced share from the announced dollars, by what the scope cost in the four weeks before. */
function dose(
  { entry, startDay, fullDay, expectedUsdPerMonth }: Optimization,
  days: readonly StandardDay[]
): ImpactEvent {
  const before = days.filter(({ day }) => day < startDay && day >= startDay - BASE_DAYS);
  const usd = before.reduce((sum, day) => sum + day.usd, 0);
  if (expectedUsdPerMonth === undefined || usd <= 0) {
    return { id: entry.id, startDay, fullDay };
  }
  const expected = -Math.min(MOST_EXPECTED, expectedUsdPerMonth / ((usd / before.length) * DAYS_A_MONTH));
  return { id: entry.id, startDay, fullDay, expected };
}

function impactOf(event: Impact['events'][number], id: string, notes: readonly string[]): LeverImpact {
  const togetherWith = event.ids.filter((other) => other !== id);
  const words = [impactWords(event), ...notes].join(' ');
  const { daysAfter, moreDays } = event;
  if (togetherWith.length > 0) {
    const reason = `It stands too close to ${togetherWith.join(', ')} to tell apart. Of all of them together: ${words}`;
    return { ...noImpact('not_separable', reason), daysAfter, togetherWith };
  }
  const { effect, always, saved, annual, verdict } = event;
  return {
    state: verdict,
    reason: words,
    daysAfter,
    moreDays,
    effect,
    always,
    saved,
    annual,
    togetherWith,
    control: [],
  };
}
