import type { OptimizationScope } from './optimization.ts';

const COLUMNS = {
  feature: 'feature',
  team: 'team',
  requestType: 'request_type',
  provider: 'provider',
  model: 'model',
  environment: 'environment',
} as const;

/**
 * The condition on labels, each with AND before it, and its values.
 *
 * @param alias of the table with the labels
 * @param without labels that the table does not have
 */
export function scopeWhere(
  scope: OptimizationScope,
  alias: string,
  without: readonly (keyof typeof COLUMNS)[] = []
): { readonly sql: string; readonly values: Record<string, string> } {
  const names = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).filter(
    (name) => scope[name] !== undefined && !without.includes(name)
  );
  return {
    sql: names.map((name) => ` AND ${alias}.${COLUMNS[name]} = :${name}`).join(''),
    values: Object.fromEntries(names.map((name) => [name, scope[name] ?? ''])),
  };
}
