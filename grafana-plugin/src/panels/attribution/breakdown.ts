import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { OTHER } from '../../components/otherName.ts';
import { sumKnown } from '../../components/sumKnown.ts';
import type { DailyCosts } from '../../data/dailyCosts.ts';

type Values = readonly (number | undefined)[];

interface Row {
  readonly name: string;
  /** Over the days; undefined where none of them has a value. */
  readonly now: number | undefined;
  /** Over the days it is compared with; undefined where the answer does not reach back so far. */
  readonly before: number | undefined;
  readonly daily: Values;
  /** Several names in one row: it leads nowhere. */
  readonly isRest: boolean;
}

interface Breakdown {
  /** Dearest first, then those beyond `most` in one row, `unallocated` and `other`. */
  readonly rows: readonly Row[];
  readonly total: Row;
  /** Starts of days, both included. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/**
 * Each name's last `count` days with a value, and the change: against as many days before, or one day against the same
 * weekday a week before. Rows add up to the total, as far as numbers of the answer do.
 */
export function breakdown({ days, byName }: DailyCosts, count: number, most: number): Breakdown {
  const lists = [...byName];
  const isKnown = (index: number) => lists.some(([, values]) => values[index] !== undefined);
  let end = days.length;
  while (end > 1 && !isKnown(end - 1)) {
    end -= 1;
  }
  const start = Math.max(0, end - count);
  const [from, to] = count === 1 ? [end - 8, end - 7] : [start - count, start];
  const row = (name: string, values: Values, isRest = false): Row => ({
    name,
    now: sumKnown(values.slice(start, end)),
    before: from < 0 ? undefined : (sumKnown(values.slice(from, to)) ?? 0),
    daily: values.slice(0, end),
    isRest,
  });
  const special = new Set<string>([UNALLOCATED, OTHER]);
  const rows = lists.map(([name, values]) => row(name, values));
  const sorted = rows
    .filter(({ name }) => !special.has(name))
    .toSorted((a, b) => (b.now ?? 0) - (a.now ?? 0) || (a.name < b.name ? -1 : 1));
  const shown = sorted.length > most ? sorted.slice(0, most) : sorted;
  const rest = sorted.slice(shown.length);
  const together = (some: readonly Row[]): Values =>
    days.map((_, index) => sumKnown(some.map(({ name }) => byName.get(name)?.[index])));
  return {
    rows: [
      ...shown,
      ...(rest.length > 0 ? [row(`${rest.length} smaller ones`, together(rest), true)] : []),
      ...rows.filter(({ name }) => special.has(name)).toSorted((a) => (a.name === UNALLOCATED ? -1 : 1)),
    ],
    total: row('All', together(rows), true),
    firstDay: days[start] ?? 0,
    lastDay: days[end - 1] ?? 0,
  };
}
