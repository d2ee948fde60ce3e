import React from 'react';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { usdOf } from '../../components/numbers/usdOf.ts';
import type { Column } from '../../components/table/column.ts';
import type { TenantEconomics } from '../../data/economics.ts';
import { lossWords } from '../../components/worth/lossWords.ts';
import { MoneyCell } from './MoneyCell.tsx';
import { WorthHelp } from '../../components/worth/WorthHelp.tsx';

const usd = (nanoUsd: string | null): number | undefined => (nanoUsd === null ? undefined : usdOf(nanoUsd));

export const tenantColumns: readonly Column<TenantEconomics>[] = [
  {
    ...{ id: 'name', csvName: 'tenant', label: 'Tenant', isText: true },
    value: ({ tenant }) => tenant,
    show: ({ tenant }) => tenant,
  },
  {
    ...{ id: 'cost', csvName: 'cost_usd', label: 'Cost, USD' },
    value: ({ costNanoUsd }) => usdOf(costNanoUsd),
    show: ({ costNanoUsd }) => formatMoney(usdOf(costNanoUsd)),
    help: <WorthHelp of="Cost">Its calls, restated. What AI costs beyond inference is not known by tenant.</WorthHelp>,
  },
  {
    ...{ id: 'revenue', csvName: 'revenue_usd', label: 'Revenue, USD' },
    value: ({ revenueNanoUsd }) => usd(revenueNanoUsd),
    show: ({ revenueNanoUsd }) => (revenueNanoUsd === null ? 'not known' : formatMoney(usdOf(revenueNanoUsd))),
    help: (
      <WorthHelp of="Revenue">
        What was read of these days, or revenuePerMonth spread over the days of the month.
      </WorthHelp>
    ),
  },
  {
    ...{ id: 'margin', csvName: 'margin_usd', label: 'Margin, USD' },
    value: ({ marginNanoUsd }) => usd(marginNanoUsd),
    show: ({ marginNanoUsd, losing }) => <MoneyCell usd={usd(marginNanoUsd)} isLoss={losing !== null} />,
    help: (
      <WorthHelp of="Margin">Revenue less cost, of the days whose revenue is known. Red: it loses money now.</WorthHelp>
    ),
  },
  {
    ...{ id: 'loss', csvName: 'loss_usd_per_month', label: 'Loses money', isText: true, isWrapping: true },
    value: ({ losing }) => (losing === null ? undefined : usdOf(losing.nanoUsdPerMonth)),
    show: ({ losing, revenueNanoUsd }) =>
      losing === null ? (revenueNanoUsd === null ? 'not known' : 'no') : lossWords(losing),
  },
];
