import type { CARRIED_SUMS } from './carriedSums.ts';

type Carried = (typeof CARRIED_SUMS)[keyof typeof CARRIED_SUMS];

/**
 * SQL of the sums over everything ever booked: what was carried, and the days that were not. Days are found by seeking from
 * one to the next, so that it takes no longer where there are years of them.
 */
export function sumsOverAll({ table, where, keys, sums }: Carried): string {
  const columns = [...keys, ...sums].join(', ');
  return `
    WITH RECURSIVE booked(day) AS (
      SELECT min(day) FROM ${table}
      UNION ALL SELECT (SELECT min(day) FROM ${table} WHERE day > booked.day) FROM booked WHERE booked.day IS NOT NULL
    ), open(day) AS (SELECT day FROM booked WHERE day IS NOT NULL EXCEPT SELECT day FROM carried_day)
    SELECT ${[...keys, ...sums.map((sum) => `sum(${sum}) AS ${sum}`)].join(', ')}
    FROM (
      SELECT ${columns} FROM carried_${table}
      UNION ALL SELECT ${columns} FROM ${table} WHERE day IN (SELECT day FROM open) AND ${where}
    ) GROUP BY ${keys.join(', ')} ORDER BY dimension`;
}
