import type { Owners } from '../ownership/owners.ts';
import type { Reading } from '../store/reading.ts';

/** What of a day is asked of Prometheus. */
export interface ReadingSource {
  readonly kind: Reading['kind'];
  /** Undefined of revenue, which is of tenants. */
  readonly feature: string | undefined;
  readonly unit: string;
  readonly promql: string;
}

/** All that an owners file says is to be read. */
export function readingSources({ features, revenue }: Pick<Owners, 'features' | 'revenue'>): ReadingSource[] {
  const ofFeatures = [...features].flatMap(([feature, { unitOfWork = '', outcomes, value, activeUsers }]) => [
    ...(outcomes ? [{ kind: 'outcome', feature, unit: unitOfWork, promql: outcomes.promql } as const] : []),
    ...(value ? [{ kind: 'value', feature, unit: '', promql: value.promql } as const] : []),
    ...(activeUsers ? [{ kind: 'users', feature, unit: '', promql: activeUsers.promql } as const] : []),
  ]);
  return revenue
    ? [...ofFeatures, { kind: 'revenue', feature: undefined, unit: '', promql: revenue.promql }]
    : ofFeatures;
}
