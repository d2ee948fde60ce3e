import type { SQLInputValue } from 'node:sqlite';
import { DIMENSIONS, type BreakdownQuery, type Dimension } from './breakdown.ts';
import { Unanswerable } from './unanswerable.ts';

export interface BookSource {
  /** Tables and joins, after FROM. */
  readonly from: string;
  /** Names as texts. */
  readonly columns: Readonly<Partial<Record<Dimension, string>>>;
  /** What to group by: quicker than texts. */
  readonly keys: Readonly<Partial<Record<Dimension, string>>>;
  /** Conditions, each with AND before it. */
  readonly and: string;
  readonly values: Record<string, SQLInputValue>;
  /** The condition that a dimension has one of the names in a parameter, which are JSON. */
  readonly isOneOf: (dimension: Dimension, parameter: string) => string;
}

const LABELS = DIMENSIONS.filter((dimension) => dimension !== 'tenant');
const OF_TENANTS = ['tenant', 'feature', 'environment', 'provider'] as const;

/**
 * Which sums answer a question: by labels, or by tenant, feature, environment and provider where tenants come into it. There
 * are too many tenants to keep their sums by every label.
 *
 * @throws Unanswerable
 */
export function bookSource(query: Pick<BreakdownQuery, 'by' | Dimension>): BookSource {
  const filtered = DIMENSIONS.filter((dimension) => query[dimension] !== undefined);
  const named = query.by === undefined ? filtered : [query.by, ...filtered];
  const isByTenant = named.includes('tenant');
  const keys: BookSource['keys'] = Object.fromEntries(
    isByTenant ? OF_TENANTS.map((label) => [label, `b.${label}`]) : LABELS.map((label) => [label, `d.${label}`])
  );
  const unknown = named.find((dimension) => !Object.hasOwn(keys, dimension));
  if (unknown !== undefined) {
    throw new Unanswerable(`sums by tenant are kept by feature, environment and provider, not by ${unknown}`);
  }
  const isOneOf = (dimension: Dimension, parameter: string) =>
    isByTenant
      ? `${keys[dimension]} IN (SELECT n.id FROM name n JOIN json_each(:${parameter}) j ON n.value = j.value)`
      : `${keys[dimension]} IN (SELECT value FROM json_each(:${parameter}))`;
  return {
    from: isByTenant ? 'tenant_book b' : 'book b JOIN dimension d ON d.id = b.dimension',
    keys,
    columns: isByTenant
      ? Object.fromEntries(OF_TENANTS.map((label) => [label, `(SELECT value FROM name WHERE id = b.${label})`]))
      : keys,
    and: filtered.map((dimension) => ` AND ${isOneOf(dimension, dimension)}`).join(''),
    values: Object.fromEntries(filtered.map((dimension) => [dimension, JSON.stringify(query[dimension])])),
    isOneOf,
  };
}
