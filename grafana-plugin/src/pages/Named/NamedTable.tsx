import React from 'react';
import { narrow } from '../../choice/narrow.ts';
import { pageHref } from '../../components/frame/pageHref.ts';
import type { View } from '../../components/frame/view.ts';
import { labelNames } from '../../components/labelNames.ts';
import { formatChange } from '../../components/numbers/formatChange.ts';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { formatUnitCost } from '../../components/numbers/formatUnitCost.ts';
import type { Column } from '../../components/table/column.ts';
import { modelFactColumns } from '../../components/table/modelFactColumns.ts';
import { DataTable } from '../../components/table/DataTable.tsx';
import type { AttributionRow } from '../../data/attributionRow.ts';
import type { Named } from '../../data/named.ts';
import { isoDay } from '../../queries/isoDay.ts';

interface Props {
  readonly view: View;
  readonly named: Named;
}

/** What it is made of: a feature's models, with what the owners file says of them; a tenant's features. */
export function NamedTable({ view: { scope, choice, onChoice }, named }: Props) {
  const { by, rows, period } = named;
  if (rows.kind !== 'value' || by === 'environment') {
    return null;
  }
  return (
    <DataTable
      testId="made-of"
      title={<h3>{by === 'model' ? 'Models in use' : 'Features it uses, in all environments'}</h3>}
      rows={rows.value}
      columns={columns(named)}
      nameOf={({ name }) => name}
      hrefOf={({ name }) =>
        pageHref('attribution', { ...choice, filters: narrow(choice.filters, by, name), by: 'request_type', sort: '' })
      }
      sort={choice.sort}
      ownSort="-cost"
      onSort={(sort) => onChoice({ sort })}
      find={choice.find}
      onFind={(find) => onChoice({ find })}
      csvFile={`ai-cost-by-${by}-${isoDay(period.lastDay)}-of-${by === 'model' ? 'feature' : 'tenant'}${scope.calibration ? '-calibrated' : ''}.csv`}
    />
  );
}

function columns({ by, models, callsPerDay }: Named): Column<AttributionRow>[] {
  const perCall = ({ values: { cost, calls } }: AttributionRow) =>
    cost === undefined || !calls ? undefined : cost / calls;
  const hasCalls = by === 'model' || callsPerDay.kind !== 'value';
  return [
    {
      id: 'name',
      csvName: by,
      label: labelNames[by],
      isText: true,
      value: ({ name }) => name,
      show: ({ name }) => name,
    },
    ...(by === 'model' ? modelFactColumns<AttributionRow>(models) : []),
    {
      id: 'cost',
      csvName: 'cost_usd',
      label: 'Cost, USD',
      value: ({ values }) => values.cost,
      show: ({ values }) => usd(values, values.cost, formatMoney),
    },
    {
      id: 'change',
      label: 'Change',
      value: ({ values: { cost, before } }) => (cost === undefined || !before ? undefined : cost / before - 1),
      show: ({ values }) => formatChange(values.cost, values.before) ?? (values.cost ? 'new' : '–'),
    },
    ...(hasCalls
      ? [
          {
            id: 'calls',
            label: 'Calls',
            value: ({ values }: AttributionRow) => values.calls,
            show: ({ values }: AttributionRow) => (values.calls === undefined ? '–' : formatCount(values.calls)),
          },
          {
            id: 'costPerCall',
            csvName: 'cost_usd_per_call',
            label: 'Cost a call',
            value: perCall,
            show: (row: AttributionRow) => usd(row.values, perCall(row), formatUnitCost),
          },
        ]
      : []),
  ];
}

/** Nothing was booked for calls without a price: that is not $0. */
function usd({ cost, unpriced }: AttributionRow['values'], value: number | undefined, format: (usd: number) => string) {
  return value === undefined ? '–' : cost === 0 && unpriced ? 'unpriced' : format(value);
}
