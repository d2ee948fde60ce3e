import type { DatabaseSync } from 'node:sqlite';
import { callTableName } from '../store/callTableName.ts';
import { callDays } from './callDays.ts';
import type { CallFilter } from './callFilter.ts';
import type { CallPlace } from './callPlace.ts';
import { CALL_COLUMNS, CALL_JOINS, callRow, type CallRow } from './callRow.ts';
import { callWhere } from './callWhere.ts';

export interface CallsQuery extends CallFilter {
  readonly sort: 'cost' | 'time';
  readonly isAscending: boolean;
  readonly after?: CallPlace | undefined;
  readonly limit: number;
}

/**
 * Calls by cost or time, a page of them; unpriced ones are the cheapest. By cost every call meant is looked at, in each
 * day's table only the best are kept; by time days are read until the page is full.
 */
export function calls(database: DatabaseSync, query: CallsQuery): CallRow[] {
  const { sort, isAscending, after, limit } = query;
  const days = callDays(database, query);
  const { sql, values } = callWhere(query);
  const direction = isAscending ? 'ASC' : 'DESC';
  const keys = sort === 'cost' ? ['coalesce(c.cost, -1)', 'c.start_us', 'c.key'] : ['c.start_us', 'c.key'];
  const places = sort === 'cost' ? [':value', ':startUs', ':key'] : [':startUs', ':key'];
  const beyond = after ? ` AND (${keys.join(', ')}) ${isAscending ? '>' : '<'} (${places.join(', ')})` : '';
  const placed = after && {
    ...(sort === 'cost' && { value: after.value }),
    startUs: after.startUs,
    key: Buffer.from(after.key, 'hex'),
  };

  let found: CallRow[] = [];
  for (const day of isAscending ? days : days.toReversed()) {
    if (sort === 'time' && found.length >= limit) {
      break;
    }
    const statement = database.prepare(
      `SELECT ${CALL_COLUMNS} FROM (
         SELECT c.* FROM ${callTableName(day)} c WHERE ${sql}${beyond}
         ORDER BY ${keys.map((key) => `${key} ${direction}`).join(', ')} LIMIT :limit
       ) c ${CALL_JOINS}`
    );
    statement.setReadBigInts(true);
    const rows = statement.all({ ...values, ...placed, limit }).map(callRow);
    found = [...found, ...rows].sort(isAscending ? inOrder(sort) : (a, b) => inOrder(sort)(b, a)).slice(0, limit);
  }
  return found;
}

function inOrder(sort: 'cost' | 'time'): (a: CallRow, b: CallRow) => number {
  return (a, b) => {
    const [costA, costB] = [a.costNanoUsd ?? -1n, b.costNanoUsd ?? -1n];
    if (sort === 'cost' && costA !== costB) {
      return costA < costB ? -1 : 1;
    }
    const [keyA, keyB] = [a.traceId + a.spanId, b.traceId + b.spanId];
    return a.startUs - b.startUs || (keyA < keyB ? -1 : keyA > keyB ? 1 : 0);
  };
}
