import type { DatabaseSync } from 'node:sqlite';
import { OTHER } from '../books/labelCaps.ts';
import type { EventDay } from '../store/eventDay.ts';
import { bookSource } from './bookSource.ts';
import type { BreakdownQuery } from './breakdown.ts';
import type { DaySums } from './daySums.ts';

interface BookedDay {
  readonly day: EventDay;
  readonly isClosed: boolean;
}

export interface DayBreakdown {
  /** Days with books, earliest first: of the whole ledger. */
  readonly days: readonly BookedDay[];
  /** By day, then by name; the one name is '' where nothing was asked by. */
  readonly sums: ReadonlyMap<EventDay, ReadonlyMap<string, DaySums>>;
}

interface Booked {
  readonly day: EventDay;
  readonly forDay: EventDay;
  readonly name: string;
  readonly cost: bigint;
  readonly requests: bigint;
}

/** Sums of the days of a range, by one dimension: what its names beyond the dearest add up to is `other`. */
export function dayBreakdown(database: DatabaseSync, query: BreakdownQuery): DayBreakdown {
  const { from, to, by, limit } = query;
  const source = bookSource(query);
  const [name, key] = by === undefined ? [`''`, ''] : [source.columns[by], `, ${source.keys[by]}`];
  const statement = database.prepare(
    `SELECT b.day, b.for_day, ${name} AS name, sum(b.cost) AS cost, sum(b.requests) AS requests FROM ${source.from}
     WHERE b.day >= :from AND (b.for_day BETWEEN :from AND :to OR b.day <= :to)${source.and}
     GROUP BY b.day, b.for_day${key}`
  );
  statement.setReadBigInts(true);
  const rows = statement.all({ ...source.values, from, to }).map((row) => ({
    day: Number(row['day']),
    forDay: Number(row['for_day']),
    name: String(row['name']),
    cost: row['cost'] as bigint,
    requests: row['requests'] as bigint,
  }));
  const isIn = (day: EventDay) => day >= from && day <= to;
  const dearest = dearestNames(
    rows.filter(({ forDay }) => isIn(forDay)),
    limit
  );
  const sums = new Map<EventDay, Map<string, DaySums>>();
  for (const { day, forDay, name: own, cost, requests } of rows) {
    const shown = dearest.has(own) || by === undefined ? own : OTHER;
    if (isIn(forDay)) {
      const into = sumsOf(sums, forDay, shown);
      into[day === forDay ? 'costNanoUsd' : 'lateNanoUsd'] += cost;
      into[day === forDay ? 'requests' : 'lateRequests'] += requests;
    }
    if (day !== forDay && isIn(day)) {
      sumsOf(sums, day, shown).adjustmentNanoUsd += cost;
    }
  }
  const days = database.prepare('SELECT day, closed_ms FROM day ORDER BY day').all();
  return { days: days.map(({ day, closed_ms: ms }) => ({ day: Number(day), isClosed: ms !== null })), sums };
}

/** Equal costs by name, so that the answer is always the same. */
function dearestNames(rows: readonly Booked[], count: number): ReadonlySet<string> {
  const costs = new Map<string, bigint>();
  rows.forEach(({ name, cost }) => costs.set(name, (costs.get(name) ?? 0n) + cost));
  const ranked = [...costs].sort(([a, costA], [b, costB]) =>
    costA === costB ? (a < b ? -1 : 1) : costA > costB ? -1 : 1
  );
  return new Set(ranked.slice(0, count).map(([name]) => name));
}

function sumsOf(sums: Map<EventDay, Map<string, DaySums>>, day: EventDay, name: string): DaySums {
  const ofDay = sums.get(day) ?? new Map<string, DaySums>();
  sums.set(day, ofDay);
  const found = ofDay.get(name) ?? {
    costNanoUsd: 0n,
    requests: 0n,
    adjustmentNanoUsd: 0n,
    lateNanoUsd: 0n,
    lateRequests: 0n,
  };
  ofDay.set(name, found);
  return found;
}
