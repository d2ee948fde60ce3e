import { COMPONENTS } from '@ai-finops/instrumentation/contract';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { callTableName } from './callTableName.ts';
import type { EventDay } from './eventDay.ts';
import { QUANTITY_COLUMNS } from './quantityColumns.ts';
import { supersededName } from './supersededName.ts';
import { UNKNOWN_PROVIDER } from './unknownProvider.ts';

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
  const columns = new Set(all(database, `SELECT name FROM pragma_table_xinfo('${table}')`).map(({ name }) => name));
  const hasRows = columns.size > 0;
  const taken = takenBack(day);
  const fromCalls = hasRows ? fromRows(database, table, columns, day) : [];
  const comparisons = [...betweenSums(day), ...fromCalls.map((comparison) => withTakenBack(comparison, taken))];
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
  const flows = flowsOf(database, table, day);
  const used = COMPONENTS.map((component) => {
    const quantity = columns.has(component) ? component : `json_extract(other_quantities, '$.${component}')`;
    return { component, quantity };
  });
  // One pass over the calls for all components; only those in use become rows to compare.
  const sums = used.map(({ quantity }, index) => `sum(sign * ${quantity}) AS q${index}`).join(', ');
  database.exec(`
    DROP TABLE IF EXISTS temp.used;
    CREATE TEMP TABLE used AS
      SELECT on_day, dimension, ${sums} FROM (${flows}) GROUP BY 1, 2`);
  const byComponent = used
    .map(
      ({ component }, index) =>
        `SELECT on_day AS day, dimension, '${component}' AS component, q${index} AS quantity FROM temp.used WHERE q${index} <> 0`
    )
    .join(' UNION ALL ');
  return [
    {
      what: 'calls and cost by labels',
      keys: ['day', 'dimension', 'status', 'retry', 'unpriced', 'reason'],
      sums: ['requests', 'cost', 'list'],
      rows: `SELECT on_day AS day, dimension, status, attempt > 1 AS retry, coalesce(unpriced, '') AS unpriced, reason,
          ${MONEY} FROM (${flows}) GROUP BY 1, 2, 3, 4, 5, 6 HAVING ${IS_MONEY}`,
      books: `SELECT day, dimension, status, retry, unpriced, reason, requests, cost, list
        FROM book WHERE for_day = ${day} AND (${IS_SOMETHING})`,
    },
    {
      what: 'quantity by component',
      keys: ['day', 'dimension', 'component'],
      sums: ['quantity'],
      rows: byComponent,
      books: `SELECT day, dimension, component, quantity FROM component_book WHERE for_day = ${day} AND quantity <> 0`,
    },
    {
      what: 'calls and cost by tenant',
      keys: ['day', 'tenant', 'feature', 'environment', 'provider'],
      sums: ['requests', 'cost', 'list'],
      rows: `SELECT on_day AS day, tenant, f.id AS feature, e.id AS environment, p.id AS provider, ${MONEY}
        FROM (${flows}) r JOIN dimension d ON d.id = r.dimension ${NAMED}
        GROUP BY 1, 2, 3, 4, 5 HAVING ${IS_MONEY}`,
      books: `SELECT day, tenant, feature, environment, provider, requests, cost, list
        FROM tenant_book WHERE for_day = ${day} AND (${IS_SOMETHING})`,
    },
  ];
}

const NAMED = `JOIN name f ON f.value = d.feature JOIN name e ON e.value = d.environment
  JOIN name p ON p.value = d.provider`;
const MONEY = `sum(sign) AS requests, sum(sign * coalesce(cost, 0)) AS cost, sum(sign * coalesce(list, 0)) AS list`;
const IS_MONEY = 'sum(sign) <> 0 OR sum(sign * cost) <> 0 OR sum(sign * list) <> 0';
const IS_SOMETHING = 'requests <> 0 OR cost <> 0 OR list <> 0';

/**
 * The calls of a day as they entered the books: once each with the price they came with; where that was corrected, again
 * with each price they had, less each they no longer have, on the day the correction was booked on.
 */
function flowsOf(database: DatabaseSync, table: string, day: EventDay): string {
  const superseded = supersededName(table);
  const isRepriced = all(database, `SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '${superseded}'`);
  if (isRepriced.length === 0) {
    return `SELECT 1 AS sign, coalesce(booked, ${day}) AS on_day, '' AS reason, * FROM ${table}`;
  }
  const same = 'p.start_us = c.start_us AND p.key = c.key';
  const former = 's.cost, s.list, s.unpriced, s.other_quantities';
  const rest = [...FLOW_COLUMNS, ...QUANTITY_COLUMNS].map((column) => `c.${column}`).join(', ');
  const came = `coalesce(since, booked, ${day}) AS on_day, iif(since IS NULL, '', 'repriced') AS reason`;
  const priced = `
    SELECT (SELECT p.replaced_on FROM ${superseded} p WHERE ${same} ORDER BY p.revision DESC LIMIT 1) AS since,
      NULL AS until, ${rest}, c.cost, c.list, c.unpriced, c.other_quantities FROM ${table} c
    UNION ALL
    SELECT (SELECT p.replaced_on FROM ${superseded} p WHERE ${same} AND p.revision = s.revision - 1) AS since,
      s.replaced_on AS until, ${rest}, ${former}
    FROM ${superseded} s JOIN ${table} c ON c.start_us = s.start_us AND c.key = s.key`;
  return `
    SELECT 1 AS sign, ${came}, * FROM (${priced})
    UNION ALL SELECT -1 AS sign, until AS on_day, 'repriced' AS reason, * FROM (${priced}) WHERE until IS NOT NULL`;
}

const SOMETHING_SUMMED = 'sum(requests) <> 0 OR sum(cost) <> 0 OR sum(list) <> 0';
const FLOW_COLUMNS = ['booked', 'dimension', 'tenant', 'status', 'attempt'];
/**
 * Calls of the day that were taken back after it was closed or their price was corrected, in the columns of the comparisons:
 * each step the books took for them.
 */
function takenBack(day: EventDay): Readonly<Record<string, string>> {
  const amounts = 'times AS requests, times * cost AS cost, times * list AS list';
  return {
    'calls and cost by labels': `SELECT booked AS day, dimension, status, retry, unpriced, reason, ${amounts}
      FROM reversed_call WHERE for_day = ${day}`,
    'quantity by component': `SELECT booked AS day, dimension, q.key AS component, times * q.value AS quantity
      FROM reversed_call, json_each(quantities) q WHERE for_day = ${day}`,
    'calls and cost by tenant': `SELECT booked AS day, tenant, f.id AS feature, e.id AS environment, p.id AS provider, ${amounts}
      FROM reversed_call r JOIN dimension d ON d.id = r.dimension ${NAMED} WHERE for_day = ${day}`,
  };
}

function withTakenBack(comparison: Comparison, taken: Readonly<Record<string, string>>): Comparison {
  const { what, keys, sums, rows } = comparison;
  const columns = [...keys, ...sums].join(', ');
  return {
    ...comparison,
    rows: `SELECT ${keys.join(', ')}, ${sums.map((sum) => `sum(${sum}) AS ${sum}`).join(', ')}
      FROM (SELECT ${columns} FROM (${rows}) UNION ALL SELECT ${columns} FROM (${taken[what] ?? ''}))
      GROUP BY ${keys.join(', ')} HAVING ${sums.map((sum) => `sum(${sum}) <> 0`).join(' OR ')}`,
  };
}

/** What the books say of a day in more than one place. It holds for ever, also when the single calls are gone. */
function betweenSums(day: EventDay): Comparison[] {
  const amounts = 'sum(requests) AS requests, sum(cost) AS cost, sum(list) AS list';
  // Where a part's provider is not known, those of all the part's providers together are compared.
  const unknown = `(SELECT id FROM name WHERE value = '${UNKNOWN_PROVIDER}')`;
  const provider = `iif((day, feature, environment) IN (
      SELECT day, feature, environment FROM tenant_book WHERE for_day = ${day} AND provider = ${unknown}
    ), ${unknown}, provider) AS provider`;
  return [
    {
      what: 'tenants against labels',
      keys: ['day', 'feature', 'environment', 'provider'],
      sums: ['requests', 'cost', 'list'],
      rows: `SELECT day, feature, environment, ${provider}, ${amounts}
        FROM tenant_book WHERE for_day = ${day} GROUP BY 1, 2, 3, 4 HAVING ${SOMETHING_SUMMED}`,
      books: `SELECT day, feature, environment, ${provider}, ${amounts} FROM (
          SELECT day, f.id AS feature, e.id AS environment, p.id AS provider, requests, cost, list
          FROM book b JOIN dimension d ON d.id = b.dimension ${NAMED} WHERE for_day = ${day}
        ) GROUP BY 1, 2, 3, 4 HAVING ${SOMETHING_SUMMED}`,
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
