import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import type { NamedCosts } from './costFrame.ts';
import { OTHER } from '../otherName.ts';
import type { DailyCosts } from '../../data/dailyCosts.ts';
import { DAY_MS } from '../../queries/dayMs.ts';

/** The open day on the chart: cost by name, or only the whole where it can't be split. */
interface OpenDayCosts {
  readonly day: number;
  readonly byName: ReadonlyMap<string, number> | undefined;
  readonly total: number | undefined;
}

interface StackedDays {
  readonly days: readonly number[];
  readonly series: readonly NamedCosts[];
}

const MOST = 12;
/** The whole of an open day that can't be split. */
const TODAY = 'today, not split';

/**
 * What the chart stacks, from the bottom: the dearest names first, the small ones together, then `unallocated` and
 * `other`. Days run on to today; those still closing are gaps. Nothing is left out: a day's parts are its cost.
 */
export function stackedDays(closed: DailyCosts, order: readonly string[], open: OpenDayCosts | undefined): StackedDays {
  const last = closed.days.at(-1) ?? 0;
  const gap = open ? Math.max(0, Math.round((open.day - last) / DAY_MS)) : 0;
  const days = [...closed.days, ...Array.from({ length: gap }, (_, index) => last + (index + 1) * DAY_MS)];
  const costsOf = (name: string): (number | undefined)[] => [
    ...(closed.byName.get(name) ?? closed.days.map(() => undefined)),
    ...Array.from({ length: gap }, (_, index) => (index === gap - 1 ? open?.byName?.get(name) : undefined)),
  ];
  const known = new Set([...order, ...closed.byName.keys(), ...(open?.byName?.keys() ?? [])]);
  const special = [UNALLOCATED, OTHER].filter((name) => known.delete(name));
  const names = [...known];
  const shown = names.length > MOST ? names.slice(0, MOST - 1) : names;
  const small = names.slice(shown.length);
  const series = shown.map((name) => ({ name, costs: costsOf(name) }));
  if (small.length > 0) {
    series.push({ name: `${small.length} smaller ones`, costs: small.map(costsOf).reduce(addDays) });
  }
  series.push(...special.map((name) => ({ name, costs: costsOf(name) })));
  if (open && !open.byName && open.total !== undefined && gap > 0) {
    series.push({ name: TODAY, costs: days.map((_, index) => (index === days.length - 1 ? open.total : undefined)) });
  }
  return { days, series: series.filter(({ costs }) => costs.some((cost) => cost !== undefined && cost !== 0)) };
}

const addDays = (a: (number | undefined)[], b: (number | undefined)[]): (number | undefined)[] =>
  a.map((cost, index) => {
    const other = b[index];
    return cost === undefined ? other : cost + (other ?? 0);
  });
