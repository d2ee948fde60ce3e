import { METRIC, UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { LABEL_CAPS, OTHER } from '../books/labelCaps.ts';
import type { TenantRow } from '../store/bookRow.ts';
import type { CloseFamily } from './closeFamily.ts';
import type { DayBooks } from './dayBooks.ts';
import { topTenants } from './topTenants.ts';

const MISSABLE = ['feature', 'team', 'request_type'] as const;

/**
 * A family by tenant of which the `shown` dearest of the day stand under their names and the rest under `other`.
 * The labels are `tenant` and `rest`.
 */
function byTenant(
  family: Pick<CloseFamily, 'name' | 'help' | 'unit' | 'labels'>,
  shown: number,
  rest: 'feature' | 'environment',
  amount: (row: Omit<TenantRow, 'provider'>) => bigint
): CloseFamily {
  return {
    ...family,
    collect(day, add) {
      const top = topTenants(day, shown);
      for (const row of day.tenants.filter(({ forDay }) => forDay === day.day)) {
        add([top.has(row.tenant) ? row.tenant : OTHER, day.labels.shown(rest, row[rest])], amount(row));
      }
    },
    closesWithZero(day, [tenant]) {
      const folded = topTenants(day, Infinity).has(tenant ?? '') && !topTenants(day, shown).has(tenant ?? '');
      return tenant === OTHER || !folded;
    },
  };
}

/** The metrics of a close that need to know tenants. */
export const tenantFamilies: readonly CloseFamily[] = [
  byTenant(
    {
      name: METRIC.dailyTenantCost,
      help: 'Cost of a UTC day by tenant, USD.',
      unit: 'usd',
      labels: ['tenant', 'environment'],
    },
    LABEL_CAPS.tenants,
    'environment',
    ({ costNanoUsd }) => costNanoUsd
  ),
  byTenant(
    {
      name: METRIC.dailyTenantRequests,
      help: 'AI calls of a UTC day by tenant.',
      unit: 'count',
      labels: ['tenant', 'environment'],
    },
    LABEL_CAPS.tenants,
    'environment',
    ({ requests }) => BigInt(requests)
  ),
  byTenant(
    {
      name: METRIC.dailyTenantFeatureCost,
      help: 'Cost of a UTC day by tenant and feature, USD; the dearest tenants, the rest as other.',
      unit: 'usd',
      labels: ['tenant', 'feature'],
    },
    LABEL_CAPS.tenantsByFeature,
    'feature',
    ({ costNanoUsd }) => costNanoUsd
  ),
  {
    name: METRIC.dailyUnallocated,
    help: 'Cost of a UTC day that names no feature, team, request type or tenant, USD; one call can miss several.',
    unit: 'usd',
    labels: ['missing', 'environment'],
    collect(day: DayBooks, add) {
      for (const row of day.rows.filter(({ forDay }) => forDay === day.day)) {
        const labels = day.labels.of(row.dimension);
        MISSABLE.forEach((label) =>
          add([label, labels.environment], labels[label] === UNALLOCATED ? row.costNanoUsd : 0n)
        );
      }
      for (const row of day.tenants.filter(({ forDay }) => forDay === day.day)) {
        add(
          ['tenant', day.labels.shown('environment', row.environment)],
          row.tenant === UNALLOCATED ? row.costNanoUsd : 0n
        );
      }
    },
  },
];
