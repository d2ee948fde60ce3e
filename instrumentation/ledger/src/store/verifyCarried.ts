import type { DatabaseSync } from 'node:sqlite';
import { CARRIED_SUMS } from './carriedSums.ts';

/** Compares the carried sums with those of the days they stand for; a line for each kind that differs. */
export function verifyCarried(database: DatabaseSync): string[] {
  return Object.values(CARRIED_SUMS).flatMap(({ table, where, keys, sums }) => {
    const days = `SELECT ${[...keys, ...sums.map((sum) => `sum(${sum})`)].join(', ')} FROM ${table}
      WHERE day IN (SELECT day FROM carried_day) AND ${where} GROUP BY ${keys.join(', ')}`;
    const carried = `SELECT ${[...keys, ...sums].join(', ')} FROM carried_${table}`;
    const differing = database
      .prepare(
        `SELECT count(*) AS differing FROM
           (SELECT ${keys.join(', ')} FROM (${days} EXCEPT ${carried}) UNION SELECT ${keys.join(', ')} FROM (${carried} EXCEPT ${days}))`
      )
      .get()?.['differing'];
    return Number(differing) === 0
      ? []
      : [`carried sums of ${table}: ${Number(differing)} differ from those of the closed days`];
  });
}
