import { Alert } from '@grafana/ui';
import React from 'react';
import type { ClosedDays } from '../../choice/closedPeriod.ts';
import { BasisMark } from '../../components/BasisMark.tsx';
import { pageHref } from '../../components/frame/pageHref.ts';
import type { View } from '../../components/frame/view.ts';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatDays } from '../../components/numbers/formatDays.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { usdOf } from '../../components/numbers/usdOf.ts';
import { DataTable } from '../../components/table/DataTable.tsx';
import type { Economics, TenantEconomics } from '../../data/economics.ts';
import { tenantColumns } from './tenantColumns.tsx';
import { WorthCards } from './WorthCards.tsx';
import { worthOf } from './worthOf.ts';

interface Props {
  readonly view: View;
  readonly period: ClosedDays;
  readonly tenants: readonly TenantEconomics[];
  readonly others: Economics['otherTenants'];
}

/** Tenants: what they cost and pay, those that lose money first. */
export function TenantsPart({ view: { basis, scope, choice, onChoice }, period, tenants, others }: Props) {
  const worth = worthOf(tenants.map((one) => ({ ...one, valueNanoUsd: one.revenueNanoUsd })));
  return (
    <>
      <WorthCards
        worth={worth}
        rows={tenants.length + others.tenants}
        who="tenants"
        days={formatDays(period)}
        basis={<BasisMark basis={basis} days={period} />}
      >
        <p>
          Revenue of the owners file (<code>revenuePerMonth</code>), or as read
        </p>
      </WorthCards>
      {worth.known === 0 && (
        <Alert severity="info" title="Nobody said yet what tenants pay">
          Write <code>revenuePerMonth</code> of a tenant, or <code>revenue: {'{ promql }'}</code> with the label tenant,
          into the owners file, or import a CSV: <code>ai-finops outcomes import revenue.csv --kind revenue</code>
        </Alert>
      )}
      <DataTable
        testId="worth-tenants"
        title={
          <>
            <h2>By tenant</h2> <BasisMark basis={basis} days={period} />
          </>
        }
        rows={tenants}
        columns={tenantColumns}
        nameOf={({ tenant }) => tenant}
        hrefOf={({ tenant }) => pageHref('tenant', { ...choice, filters: [{ label: 'tenant', values: [tenant] }] })}
        sort={choice.sort}
        ownSort="-loss"
        onSort={(sort) => onChoice({ sort })}
        find={choice.find}
        onFind={(find) => onChoice({ find })}
        csvFile={`ai-worth-by-tenant${scope.calibration ? '-calibrated' : ''}.csv`}
      />
      {others.tenants > 0 && (
        <p>
          and {formatCount(others.tenants)} more tenants, {formatMoney(usdOf(others.costNanoUsd))} together
        </p>
      )}
    </>
  );
}
