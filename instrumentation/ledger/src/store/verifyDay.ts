import { COMPONENTS } from '@ai-finops/instrumentation/contract';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { callTableName } from './callTableName.ts';
import type { EventDay } from './eventDay.ts';

type Row = Record<string, SQLOutputValue>;

export interface DayCheck {
  readonly day: EventDay;
  readonly calls: bigint;
  readonly costNanoUsd: bigint;
  /** Whether the single calls are still kept; without them only the sums are compared with each other. */
  readonly hasRows: boolean;
  /** One line per sum that differs; empty where all agree. */
  readonly differences: readonly string[];
}

/** Sums of one kind, once from the single calls, once as the books keep them. Columns that are summed stand last. */
interface Comparison {
  readonly what: string;
  readonly keys: readonly string[];
  readonly sums: readonly string[];
  readonly rows: string;
  readonly books: string;
}

/**
 * Recomputes all sums of the calls that happened on a day and compares them with the books, exactly. Adjustments
 * included: they are sums of the day's calls, booked on another. Call it inside a read transaction.
 */
export function verifyDay(database: DatabaseSync, day: EventDay): DayCheck {
  const table = callTableName(day);
  const columns = new Set(all(database, `SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => name));
  const hasRows = columns.size > 0;
  const comparisons = [...betweenSums(day), ...(hasRows ? fromRows(database, table, columns, day) : [])];
  const [total] = all(
    database,
    `SELECT coalesce(sum(requests), 0) AS calls, coalesce(sum(cost), 0) AS cost FROM book WHERE for_day = ${day}`
  );
  return {
    day,
    calls: total?.['calls'] as bigint,
    costNanoUsd: total?.['cost'] as bigint,
    hasRows,
    differences: comparisons.flatMap((comparison) => compare(database, comparison)),
  };
}

function fromRows(
  database: DatabaseSync,
  table: string,
  columns: ReadonlySet<SQLOutputValue | undefined>,
  day: EventDay
): Comparison[] {
  const booked = `coalesce(booked, ${day})`;
  const used = COMPONENTS.map((component) => {
    const quantity = columns.has(component) ? component : `json_extract(other_quantities, '$.${component}')`;
    return { component, quantity };
  });
  // One pass over the calls for all components; only those in use become rows to compare.
  const sums = used.map(({ quantity }, index) => `sum(${quantity}) AS q${index}`).join(', ');
  database.exec(`
    DROP TABLE IF EXISTS temp.used;
    CREATE TEMP TABLE used AS
      SELECT ${booked} AS booked, dimension, ${sums} FROM ${table} GROUP BY 1, 2`);
  const byComponent = used
    .map(
      ({ component }, index) =>
        `SELECT booked AS day, dimension, '${component}' AS component, q${index} AS quantity FROM temp.used WHERE q${index} > 0`
    )
    .join(' UNION ALL ');
  return [
    {
      what: 'calls and cost by labels',
      keys: ['day', 'dimension', 'status', 'retry', 'unpriced'],
      sums: ['requests', 'cost', 'list'],
      rows: `SELECT ${booked} AS day, dimension, status, attempt > 1 AS retry, coalesce(unpriced, '') AS unpriced,
          count(*) AS requests, sum(coalesce(cost, 0)) AS cost, sum(coalesce(list, 0)) AS list
        FROM ${table} GROUP BY 1, 2, 3, 4, 5`,
      books: `SELECT day, dimension, status, retry, unpriced, requests, cost, list FROM book WHERE for_day = ${day}`,
    },
    {
      what: 'quantity by component',
      keys: ['day', 'dimension', 'component'],
      sums: ['quantity'],
      rows: byComponent,
      books: `SELECT day, dimension, component, quantity FROM component_book WHERE for_day = ${day}`,
    },
    {
      what: 'calls and cost by tenant',
      keys: ['day', 'tenant', 'feature', 'environment'],
      sums: ['requests', 'cost', 'list'],
      rows: `SELECT ${booked} AS day, tenant, f.id AS feature, e.id AS environment,
          count(*) AS requests, sum(coalesce(cost, 0)) AS cost, sum(coalesce(list, 0)) AS list
        FROM ${table} r JOIN dimension d ON d.id = r.dimension
        JOIN name f ON f.value = d.feature JOIN name e ON e.value = d.environment
        GROUP BY 1, 2, 3, 4`,
      books: `SELECT day, tenant, feature, environment, requests, cost, list FROM tenant_book WHERE for_day = ${day}`,
    },
  ];
}

/** What the books say of a day in more than one place. It holds for ever, also when the single calls are gone. */
function betweenSums(day: EventDay): Comparison[] {
  return [
    {
      what: 'tenants against labels',
      keys: ['day'],
      sums: ['requests', 'cost', 'list'],
      rows: `SELECT day, sum(requests) AS requests, sum(cost) AS cost, sum(list) AS list
        FROM tenant_book WHERE for_day = ${day} GROUP BY day`,
      books: `SELECT day, sum(requests) AS requests, sum(cost) AS cost, sum(list) AS list
        FROM book WHERE for_day = ${day} GROUP BY day`,
    },
    {
      what: 'components against labels',
      keys: ['day', 'dimension'],
      sums: ['cost'],
      rows: `SELECT day, dimension, sum(cost) AS cost
        FROM component_book WHERE for_day = ${day} GROUP BY 1, 2 HAVING sum(cost) <> 0`,
      books: `SELECT day, dimension, sum(cost) AS cost FROM book WHERE for_day = ${day} GROUP BY 1, 2 HAVING sum(cost) <> 0`,
    },
  ];
}

function compare(database: DatabaseSync, { what, keys, sums, rows, books }: Comparison): string[] {
  const columns = [...keys, ...sums].join(', ');
  const only = (a: string, b: string) =>
    all(database, `SELECT ${columns} FROM (${a}) EXCEPT SELECT ${columns} FROM (${b})`);
  const keyOf = (row: Row) => keys.map((key) => `${key} ${row[key]}`).join(', ');
  const counted = new Map(only(rows, books).map((row) => [keyOf(row), row]));
  const kept = new Map(only(books, rows).map((row) => [keyOf(row), row]));
  const said = (row: Row | undefined) => (row ? sums.map((sum) => `${sum} ${row[sum]}`).join(', ') : 'nothing');
  return [...new Set([...counted.keys(), ...kept.keys()])].map(
    (key) => `${what} (${key}): counted ${said(counted.get(key))}; kept ${said(kept.get(key))}`
  );
}

function all(database: DatabaseSync, sql: string): Row[] {
  const statement = database.prepare(sql);
  statement.setReadBigInts(true);
  return statement.all();
}
