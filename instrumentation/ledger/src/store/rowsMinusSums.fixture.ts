import type { DatabaseSync } from 'node:sqlite';

const TOKENS = [
  'input',
  'cache_read',
  'cache_write',
  'cache_write_5m',
  'cache_write_1h',
  'output',
  'reasoning',
  'web_search',
];

/** Where the books' sums differ from the single calls they stand for: nowhere, or something is wrong. */
export function rowsMinusSums(database: DatabaseSync): unknown[] {
  const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'calls_*'`).all();
  const rows = tables
    .map(
      ({ name }) =>
        `SELECT *, unixepoch(substr('${name}', 7, 4) || '-' || substr('${name}', 11, 2) || '-' || substr('${name}', 13, 2)) / 86400 AS for_day FROM ${name}`
    )
    .join(' UNION ALL ');
  if (rows === '') {
    return database.prepare('SELECT * FROM book').all();
  }
  const tokens = TOKENS.map((token) => `sum(coalesce(${token}, 0))`).join(', ');
  const byLabels = `
    SELECT coalesce(booked, for_day), for_day, dimension, status, attempt > 1, coalesce(unpriced, ''),
      count(*), sum(coalesce(cost, 0)), sum(coalesce(list, 0)), ${tokens}
    FROM (${rows}) GROUP BY 1, 2, 3, 4, 5, 6`;
  const books = `SELECT day, for_day, dimension, status, retry, unpriced, requests, cost, list,
    ${TOKENS.map((token) => `q_${token}`).join(', ')} FROM book`;
  const byTenant = `
    SELECT coalesce(booked, for_day), for_day, tenant, f.id, e.id, count(*), sum(coalesce(cost, 0)), sum(coalesce(list, 0))
    FROM (${rows}) r JOIN dimension d ON d.id = r.dimension
    JOIN name f ON f.value = d.feature JOIN name e ON e.value = d.environment
    GROUP BY 1, 2, 3, 4, 5`;
  const durations = `SELECT coalesce(booked, for_day), dimension, count(*), sum(duration_us) FROM (${rows}) GROUP BY 1, 2`;
  return [
    [byLabels, books],
    [byTenant, 'SELECT * FROM tenant_book'],
    [durations, 'SELECT day, dimension, sum(requests), sum(duration_us) FROM duration_book GROUP BY 1, 2'],
  ].flatMap(([a, b]) => [...database.prepare(`${a} EXCEPT ${b}`).all(), ...database.prepare(`${b} EXCEPT ${a}`).all()]);
}
