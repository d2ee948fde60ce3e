import type { SQLInputValue } from 'node:sqlite';
import { DIMENSIONS, type BreakdownQuery, type Dimension } from './breakdown.ts';
import { Unanswerable } from './unanswerable.ts';

export interface BookSource {
  /** Tables and joins, after FROM. */
  readonly from: string;
  readonly columns: Readonly<Partial<Record<Dimension, string>>>;
  /** Conditions, each with AND before it. */
  readonly and: string;
  readonly values: Record<string, SQLInputValue>;
}

const LABELS = DIMENSIONS.filter((dimension) => dimension !== 'tenant');

/**
 * Which sums answer a question: by labels, or by tenant, feature and environment where tenants come into it. There are
 * too many tenants to keep their sums by every label.
 *
 * @throws Unanswerable
 */
export function bookSource(query: Pick<BreakdownQuery, 'by' | Dimension>): BookSource {
  const filtered = DIMENSIONS.filter((dimension) => query[dimension] !== undefined);
  const named = query.by === undefined ? filtered : [query.by, ...filtered];
  const isByTenant = named.includes('tenant');
  const columns = isByTenant
    ? { tenant: 't.value', feature: 'f.value', environment: 'e.value' }
    : Object.fromEntries(LABELS.map((label) => [label, `d.${label}`]));
  const unknown = named.find((dimension) => !Object.hasOwn(columns, dimension));
  if (unknown !== undefined) {
    throw new Unanswerable(`sums by tenant are kept by feature and environment, not by ${unknown}`);
  }
  const conditions = filtered.map(
    (dimension) => ` AND ${columns[dimension as keyof typeof columns]} IN (SELECT value FROM json_each(:${dimension}))`
  );
  return {
    from: isByTenant
      ? `tenant_book b JOIN name t ON t.id = b.tenant JOIN name f ON f.id = b.feature JOIN name e ON e.id = b.environment`
      : `book b JOIN dimension d ON d.id = b.dimension`,
    columns,
    and: conditions.join(''),
    values: Object.fromEntries(filtered.map((dimension) => [dimension, JSON.stringify(query[dimension])])),
  };
}
