import React, { useState } from 'react';
import { signedUsd } from '../../components/bill/signedUsd.ts';
import { requestsHref } from '../../components/frame/requestsHref.ts';
import type { View } from '../../components/frame/view.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { usdOf } from '../../components/numbers/usdOf.ts';
import { LedgerFailure } from '../../components/states/LedgerFailure.tsx';
import { DataTable } from '../../components/table/DataTable.tsx';
import { loadCellDays } from '../../data/loadCellDays.ts';
import type { ProviderBill } from '../../data/reconciliation.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { cellColumns } from './cellColumns.ts';
import { billRows, type CellRow, dayRows } from './cellRow.ts';
import { monthDays } from './monthDays.ts';

interface Props {
  readonly month: string;
  readonly providers: readonly ProviderBill[];
  readonly view: View;
}

/** All that was billed, cell by cell; a cell opens into its days, both lead to their calls. The total is the bills. */
export function CellsTable({ month, providers, view: { choice, onChoice } }: Props) {
  const rows = providers.flatMap(billRows);
  const [open, setOpen] = useState<string>();
  const opened = rows.find(({ name, cell }) => name === open && cell !== undefined);
  const days = useLoaded(`${month} ${opened?.name ?? ''}`, (signal) =>
    opened?.cell === undefined ? Promise.resolve(undefined) : loadCellDays(month, opened.provider, opened.cell, signal)
  );
  const found = days.loading ? undefined : days.value;
  const failed = days.failed ?? (found?.kind === 'failed' ? found.words : undefined);
  const inner = opened && found?.kind === 'value' ? dayRows(opened, found.value) : found && [];
  const callsHref = ({ provider, cell, day }: CellRow) =>
    cell &&
    requestsHref({ ...choice, environment: '' }, day === undefined ? monthDays(month) : daysOf(day), [
      { label: 'provider', values: [provider] },
      ...(cell.model === null ? [] : [{ label: 'model', values: [cell.model] } as const]),
    ]);
  const [estimate, bill] = [sumOf(rows, 'estimateNanoUsd'), sumOf(rows, 'billNanoUsd')];
  return (
    <>
      {opened !== undefined && failed !== undefined && <LedgerFailure words={failed} onRetry={days.retry} />}
      <DataTable
        testId="reconciled-cells"
        hasLongNames
        title={<h2>By account, model and component</h2>}
        rows={rows}
        columns={cellColumns}
        nameOf={({ name }) => name}
        hrefOf={callsHref}
        expander={{
          open,
          onOpen: setOpen,
          inner,
          words: 'by day',
          canOpen: ({ cell }) => cell !== undefined,
          hrefOf: callsHref,
        }}
        total={{
          name: providers.length === 1 ? 'The bill' : 'All bills',
          estimate: formatMoney(usdOf(estimate)),
          bill: formatMoney(usdOf(bill)),
          difference: signedUsd(String(bill - estimate)),
        }}
        sort={choice.sort}
        ownSort="-difference"
        onSort={(sort) => onChoice({ sort })}
        find={choice.find}
        onFind={(find) => onChoice({ find })}
        csvFile={`ai-reconciliation-${month}.csv`}
      />
    </>
  );
}

const daysOf = ({ day, through }: NonNullable<CellRow['day']>) => ({
  firstDay: Date.parse(`${day}T00:00:00Z`),
  lastDay: Date.parse(`${through ?? day}T00:00:00Z`),
});

const sumOf = (rows: readonly CellRow[], of: 'estimateNanoUsd' | 'billNanoUsd'): bigint =>
  rows.reduce((sum, row) => sum + BigInt(row[of] ?? 0), 0n);
