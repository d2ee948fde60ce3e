import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { EventDay } from '../store/eventDay.ts';
import { billedParts } from './billedParts.ts';
import type { BilledRatios } from './billedRatios.ts';
import { bookSource } from './bookSource.ts';
import type { BreakdownQuery } from './breakdown.ts';
import { monthPieces } from './monthPieces.ts';
import { tenantProvidersUnknownThrough } from './tenantProvidersUnknownThrough.ts';

export interface CostsQuery extends BreakdownQuery {
  /** What costs are multiplied by; left out: they stay estimates. */
  readonly calibration?: BilledRatios | undefined;
  /** Also of each day. */
  readonly isDaily: boolean;
}

/** A cost of closed days, and of each of them where that was asked for. */
export interface DayCosts {
  readonly nanoUsd: bigint;
  readonly days: ReadonlyMap<EventDay, bigint>;
}

export interface Costs {
  /** The dearest first; the one name is '' where nothing was asked by. */
  readonly names: readonly (DayCosts & { readonly name: string })[];
  readonly others: DayCosts & { readonly names: number };
  readonly unknownThrough: EventDay | undefined;
}

/**
 * What closed days cost as they closed, without what came late for them, as the daily series have it; as billed, where there
 * is a calibration. Whatever it is asked by, in all it is the same to the nano-USD (where the providers are known).
 */
export function costs(database: DatabaseSync, query: CostsQuery): Costs {
  const { from, to, by, limit, calibration = new Map() as BilledRatios } = query;
  const source = bookSource(query);
  const sums = (piece: string, isNamed: boolean, named?: readonly string[]) => {
    const [name, key] = by === undefined || !isNamed ? [`''`, ''] : [source.columns[by], `${source.keys[by]}, `];
    const isListed = by === undefined || named === undefined ? '' : ` AND ${source.isOneOf(by, 'named')}`;
    const statement = database.prepare(
      `SELECT ${name} AS name, ${source.columns.provider} AS provider, ${piece} AS piece, sum(b.cost) AS cost
       FROM day c CROSS JOIN ${source.from}
       WHERE c.day BETWEEN :from AND :to AND c.closed_ms IS NOT NULL AND b.day = c.day AND b.for_day = c.day
         ${source.and}${isListed} GROUP BY ${key}${source.keys.provider}, 3 ORDER BY 1, 3, 2`
    );
    statement.setReadBigInts(true);
    const values = { ...source.values, from, to, ...(isListed !== '' && { named: JSON.stringify(named) }) };
    return statement.all(values).map(rowOf);
  };

  const billed = billedParts(calibration);
  const pieces = monthPieces(from, to).map((days) => `WHEN c.day <= ${days.to} THEN ${days.from}`);
  const totals = new Map<string, bigint>();
  for (const { name, provider, piece, cost } of sums(`CASE ${pieces.join(' ')} END`, true)) {
    totals.set(name, (totals.get(name) ?? 0n) + billed(cost, { provider, day: piece }));
  }
  const ranked = [...totals].sort(([a, costA], [b, costB]) =>
    costA === costB ? (a < b ? -1 : 1) : costA > costB ? -1 : 1
  );
  const [listed, left] = [ranked.slice(0, limit), ranked.slice(limit)];
  const days = query.isDaily ? daily(listed.map(([name]) => name)) : new Map<string, Map<EventDay, bigint>>();
  return {
    names: listed.map(([name, nanoUsd]) => ({ name, nanoUsd, days: days.get(name) ?? new Map<EventDay, bigint>() })),
    others: {
      names: left.length,
      nanoUsd: left.reduce((sum, [, nanoUsd]) => sum + nanoUsd, 0n),
      days: days.get(OTHERS) ?? new Map<EventDay, bigint>(),
    },
    unknownThrough: tenantProvidersUnknownThrough(database),
  };

  /** By name, and what all others cost: the whole of a day and provider less those. */
  function daily(named: readonly string[]): ReadonlyMap<string, Map<EventDay, bigint>> {
    const found = new Map<string, Map<EventDay, bigint>>();
    const billedDay = billedParts(calibration);
    const rest = new Map<string, bigint>();
    const add = (name: string, { provider, piece, cost }: Row) => {
      const ofName = found.get(name) ?? new Map<EventDay, bigint>();
      found.set(name, ofName);
      ofName.set(piece, (ofName.get(piece) ?? 0n) + billedDay(cost, { provider, day: piece }));
    };
    for (const row of sums('c.day', true, named)) {
      add(row.name, row);
      const key = `${row.piece}\n${row.provider}`;
      rest.set(key, (rest.get(key) ?? 0n) + row.cost);
    }
    if (left.length > 0) {
      for (const row of sums('c.day', false)) {
        add(OTHERS, { ...row, cost: row.cost - (rest.get(`${row.piece}\n${row.provider}`) ?? 0n) });
      }
    }
    return found;
  }
}

/** No name: names hold no control characters. */
const OTHERS = '\n';

interface Row {
  readonly name: string;
  readonly provider: string;
  readonly piece: EventDay;
  readonly cost: bigint;
}

const rowOf = (row: Readonly<Record<string, SQLOutputValue>>): Row => ({
  name: String(row['name']),
  provider: String(row['provider']),
  piece: Number(row['piece']),
  cost: row['cost'] as bigint,
});
