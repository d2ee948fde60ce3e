import { COMPONENTS } from '@ai-finops/instrumentation/contract';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { callTableName } from '../store/callTableName.ts';
import type { EventDay } from '../store/eventDay.ts';
import { QUANTITY_COLUMNS } from '../store/quantityColumns.ts';
import type { FocusRow } from './focusRow.ts';

const LABELS = ['feature', 'team', 'request_type', 'provider', 'model', 'account', 'service_tier', 'environment'];

/**
 * A day's calls by attribution, adjustments included: summed from the calls while they are kept, with their tenants, else
 * from the sums. Both add up to the same, exactly. One row is in memory at a time.
 */
export function* readFocusRows(database: DatabaseSync, day: EventDay): Generator<FocusRow> {
  const table = callTableName(day);
  const find = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`);
  const isKept = find.get(table) !== undefined;
  const statement = database.prepare(`
    SELECT ${LABELS.map((label) => `d.${label}`).join(', ')}, s.* FROM (${isKept ? fromCalls(table) : fromSums(day)}) s
    JOIN dimension d ON d.id = s.dimension ORDER BY s.dimension`);
  statement.setReadBigInts(true);
  const sums = database.prepare(
    'SELECT component, sum(quantity) AS quantity FROM component_book WHERE for_day = ? AND dimension = ? GROUP BY 1'
  );
  sums.setReadBigInts(true);
  let last: SQLOutputValue | undefined;
  for (const row of statement.iterate()) {
    // Sums know quantities by label only: they stand in the first row of their labels.
    const isFirst = row['dimension'] !== last;
    last = row['dimension'];
    const booked = isKept || !isFirst ? [] : sums.all(day, row['dimension'] as bigint);
    yield {
      day,
      labels: Object.fromEntries(LABELS.map((label) => [label, String(row[label])])) as unknown as FocusRow['labels'],
      tenant: row['tenant'] as string | null,
      unpriced: String(row['unpriced']),
      requests: row['requests'] as bigint,
      costNanoUsd: row['cost'] as bigint,
      listNanoUsd: row['list'] as bigint,
      quantities: new Map(
        isKept
          ? COMPONENTS.map((component) => [component, (row[component] as bigint | null) ?? 0n])
          : booked.map(({ component, quantity: amount }) => [String(component), amount as bigint])
      ),
    };
  }
}

function fromCalls(table: string): string {
  return `
    SELECT dimension, (SELECT value FROM name WHERE id = c.tenant) AS tenant, coalesce(unpriced, '') AS unpriced,
      count(*) AS requests, sum(coalesce(cost, 0)) AS cost, sum(coalesce(list, 0)) AS list,
      ${COMPONENTS.map((component) => `sum(${quantity(component)}) AS ${component}`).join(', ')}
    FROM ${table} c GROUP BY dimension, c.tenant, 3`;
}

function fromSums(day: EventDay): string {
  return `
    SELECT dimension, NULL AS tenant, unpriced, sum(requests) AS requests, sum(cost) AS cost, sum(list) AS list
    FROM book WHERE for_day = ${day} GROUP BY dimension, unpriced
    HAVING sum(requests) <> 0 OR sum(cost) <> 0 ORDER BY dimension, unpriced`;
}

function quantity(component: (typeof COMPONENTS)[number]): string {
  return QUANTITY_COLUMNS.includes(component) ? component : `json_extract(other_quantities, '$.${component}')`;
}
