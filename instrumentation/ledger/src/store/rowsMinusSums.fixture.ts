import { COMPONENTS } from '@ai-finops/instrumentation/contract';
import type { DatabaseSync } from 'node:sqlite';

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
  const byLabels = `
    SELECT coalesce(booked, for_day), for_day, dimension, status, attempt > 1, coalesce(unpriced, ''),
      count(*), sum(coalesce(cost, 0)), sum(coalesce(list, 0))
    FROM (${rows}) GROUP BY 1, 2, 3, 4, 5, 6`;
  const columns = database.prepare(`SELECT name FROM pragma_table_xinfo('${String(tables[0]?.['name'])}')`).all();
  const byComponent = COMPONENTS.map((component) => {
    const hasColumn = columns.some(({ name }) => name === component);
    const quantity = hasColumn ? component : `json_extract(other_quantities, '$.${component}')`;
    return `
    SELECT coalesce(booked, for_day), for_day, dimension, '${component}', sum(${quantity})
    FROM (${rows}) GROUP BY 1, 2, 3 HAVING sum(${quantity}) > 0`;
  }).join(' UNION ALL ');
  const byTenant = `
    SELECT coalesce(booked, for_day), for_day, tenant, f.id, e.id, p.id, count(*), sum(coalesce(cost, 0)), sum(coalesce(list, 0))
    FROM (${rows}) r JOIN dimension d ON d.id = r.dimension
    JOIN name f ON f.value = d.feature JOIN name e ON e.value = d.environment JOIN name p ON p.value = d.provider
    GROUP BY 1, 2, 3, 4, 5, 6`;
  const durations = `SELECT coalesce(booked, for_day), dimension, count(*), sum(duration_us) FROM (${rows}) GROUP BY 1, 2`;
  return [
    [byLabels, 'SELECT day, for_day, dimension, status, retry, unpriced, requests, cost, list FROM book'],
    [byComponent, 'SELECT day, for_day, dimension, component, quantity FROM component_book'],
    [byTenant, 'SELECT * FROM tenant_book'],
    [durations, 'SELECT day, dimension, sum(requests), sum(duration_us) FROM duration_book GROUP BY 1, 2'],
  ].flatMap(([a, b]) => [
    ...database.prepare(`${a} EXCEPT SELECT * FROM (${b})`).all(),
    ...database.prepare(`${b} EXCEPT SELECT * FROM (${a})`).all(),
  ]);
}
