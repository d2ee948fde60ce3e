import type { PriceBook } from '@ai-finops/instrumentation/pricing';
import type { DatabaseSync } from 'node:sqlite';
import { compareQuality, type QualityComparison } from '../analysis/impact/compareQuality.ts';
import { compareTurnaround, type TurnaroundComparison } from '../analysis/impact/compareTurnaround.ts';
import type { Bounded } from '../analysis/impact/savingBounds.ts';
import type { StandardDay } from '../analysis/impact/standardise.ts';
import { cardUnits } from './cardUnits.ts';
import { closedSpan } from './closedSpan.ts';
import type { LeverImpact } from './leverImpact.ts';
import { measureOptimizations, type MeasuredDays, type ScopeMeasure } from './measureOptimizations.ts';
import { noImpact } from './noImpact.ts';
import { OPTIMIZATION_SCOPE, optimization, type Optimization } from './optimization.ts';
import { records } from './records.ts';
import type { KeptEntry } from './recordRow.ts';
import { scopeWork } from './scopeWork.ts';

export interface Lever {
  readonly entry: KeptEntry;
  readonly impact: LeverImpact;
  readonly quality: QualityComparison & { readonly bar: number | null };
  /** How long batches took; null where it is no matter of batches. */
  readonly turnaround: TurnaroundComparison | null;
  /** Cost per request at one price and mix by day, of the scope; only of the event that is asked for. */
  readonly days: readonly StandardDay[];
}

export interface LeversQuery {
  /** Only this one, with its days; what else is on its scope is measured with it all the same. */
  readonly id?: string | undefined;
  /** Hours that batches of a feature may take, by feature: the bar of what has none of its own. */
  readonly turnaroundBars: ReadonlyMap<string, number>;
}

export interface Levers {
  readonly levers: readonly Lever[];
  /** Of events with a verdict, those too close to tell apart once; errors of different scopes taken as independent. */
  readonly saved: Bounded;
  readonly annual: Bounded;
  readonly expectedUsdPerYear: number;
  /** Events beyond the newest so many that are not measured. */
  readonly left: number;
}

const MOST_EVENTS = 200;
const MOST_DAYS = 400;
const JUDGED_BEFORE_DAYS = 56;

/** What every recorded optimization did, latest first, by the closed days. */
export function levers(database: DatabaseSync, { id, turnaroundBars }: LeversQuery, prices: PriceBook): Levers {
  const entries = records(database, { kind: 'events', limit: MOST_EVENTS + 1 });
  const asked = id === undefined ? undefined : (entries.find((one) => one.id === id) ?? newest(database, id));
  const kept = [...entries.slice(0, MOST_EVENTS), ...(asked && !entries.includes(asked) ? [asked] : [])];
  const events = kept.flatMap((entry) => (entry.state === 'withdrawn' ? [] : (optimization(entry) ?? [])));
  const days = measuredDays(database);
  const listed = cardUnits(prices);
  const scopes = new Map<string, ScopeMeasure>();
  const measureOf = (one: Optimization): ScopeMeasure => {
    const key = scopeKey(one);
    let measure = scopes.get(key);
    if (measure === undefined && days !== undefined) {
      const isOwn = (other: Optimization) => scopeKey(other) === key;
      measure = measureOptimizations(
        database,
        events.filter(isOwn),
        events.filter((other) => !isOwn(other)),
        days,
        listed
      );
      scopes.set(key, measure);
    }
    return measure ?? NOTHING;
  };
  const shown = id === undefined ? kept : kept.filter((entry) => entry.id === id);
  const measured = shown.map((entry): Lever => {
    const one = events.find((event) => event.entry === entry);
    if (one === undefined) {
      return {
        entry,
        impact: noImpact('withdrawn', 'Withdrawn: it is not measured.'),
        quality: UNJUDGED,
        turnaround: null,
        days: [],
      };
    }
    const measure = measureOf(one);
    return {
      entry,
      impact: measure.impacts.get(entry.id) ?? noImpact('no_data', 'No day is closed yet.'),
      quality: days === undefined ? { ...UNJUDGED, bar: one.qualityBar ?? null } : qualityOf(database, one, days),
      turnaround: turnaroundOf(database, one, days, turnaroundBars),
      days: id === undefined ? [] : measure.days,
    };
  });
  const counted = new Set<string>();
  const verdicts = [...scopes.values()]
    .flatMap((scope) => scope.verdicts)
    .filter(({ ids }) => {
      const isNew = !ids.some((one) => counted.has(one));
      ids.forEach((one) => counted.add(one));
      return isNew;
    });
  return {
    levers: measured,
    saved: sumOf(verdicts.map(({ saved }) => saved)),
    annual: sumOf(verdicts.map(({ annual }) => annual)),
    expectedUsdPerYear: events.reduce((sum, event) => sum + 12 * (event.expectedUsdPerMonth ?? 0), 0),
    left: Math.max(0, entries.length - MOST_EVENTS),
  };
}

const NOTHING: ScopeMeasure = { impacts: new Map(), verdicts: [], days: [] };
const UNJUDGED: Lever['quality'] = {
  ...{ state: 'unknown', before: null, after: null, scores: 0 },
  ...{ evidence: 'Nothing was judged.', bar: null },
};

function newest(database: DatabaseSync, id: string): KeptEntry | undefined {
  return records(database, { kind: 'events', id, limit: 1 })[0];
}

function scopeKey({ scope }: Optimization): string {
  return JSON.stringify(OPTIMIZATION_SCOPE.map((name) => scope[name] ?? null));
}

function measuredDays(database: DatabaseSync): MeasuredDays | undefined {
  const closed = closedSpan(database);
  return closed && { first: Math.max(closed.first, closed.last - MOST_DAYS + 1), through: closed.last };
}

/** Without a bar only what it was before and is since. */
function qualityOf(database: DatabaseSync, one: Optimization, { first, through }: MeasuredDays): Lever['quality'] {
  const from = Math.max(first, one.startDay - JUDGED_BEFORE_DAYS);
  const days = scopeWork(database, 'quality', one.scope, from, through).filter(isBeforeOrSince(one));
  const bar = one.qualityBar ?? null;
  const compared = compareQuality(days, one.fullDay, { value: bar ?? 0, side: 'at_least' });
  return bar === null
    ? { ...compared, bar, state: 'unknown', evidence: 'No bar was recorded for its quality.' }
    : { ...compared, bar };
}

/** Of batches and of what has a bar of its own; what the owners file says is about batches alone. */
function turnaroundOf(
  database: DatabaseSync,
  one: Optimization,
  closed: MeasuredDays | undefined,
  bars: LeversQuery['turnaroundBars']
): Lever['turnaround'] {
  if (one.lever !== 'batch_shifting' && one.turnaroundBar === undefined) {
    return null;
  }
  const { first, through } = closed ?? { first: 0, through: -1 };
  const from = Math.max(first, one.startDay - JUDGED_BEFORE_DAYS);
  const days = scopeWork(database, 'turnaround', one.scope, from, through).filter(isBeforeOrSince(one));
  return compareTurnaround(days, one.fullDay, one.turnaroundBar ?? bars.get(one.scope.feature ?? ''));
}

const isBeforeOrSince =
  ({ startDay, fullDay }: Optimization) =>
  ({ day }: { readonly day: number }): boolean =>
    day < startDay || day >= fullDay;

function sumOf(parts: readonly Bounded[]): Bounded {
  const usd = parts.reduce((sum, part) => sum + part.usd, 0);
  const half = (side: 'low' | 'high') => Math.sqrt(parts.reduce((sum, part) => sum + (part[side] - part.usd) ** 2, 0));
  return { usd, low: usd - half('low'), high: usd + half('high') };
}
