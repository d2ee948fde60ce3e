import React from 'react';
import { requestsHref } from '../../components/frame/requestsHref.ts';
import type { View } from '../../components/frame/view.ts';
import { DataTable } from '../../components/table/DataTable.tsx';
import type { ProviderBill } from '../../data/reconciliation.ts';
import { cellColumns, type CellRow } from './cellColumns.ts';
import { cellWords } from './cellWords.ts';
import { monthDays } from './monthDays.ts';

interface Props {
  readonly month: string;
  readonly providers: readonly ProviderBill[];
  readonly view: View;
}

/** Every cell that bill and books were compared in; a row leads to its calls. */
export function CellsTable({ month, providers, view: { choice, onChoice } }: Props) {
  const rows: readonly CellRow[] = providers.flatMap(({ provider, cells }) =>
    cells.map((cell) => ({ ...cell, provider }))
  );
  return (
    <DataTable
      testId="reconciled-cells"
      title={<h2>By account, model and component</h2>}
      rows={rows}
      columns={cellColumns}
      nameOf={(row) => `${row.provider} · ${cellWords(row)}`}
      hrefOf={({ provider, model }) =>
        requestsHref({ ...choice, environment: '' }, monthDays(month), [
          { label: 'provider', values: [provider] },
          ...(model === null ? [] : [{ label: 'model', values: [model] } as const]),
        ])
      }
      sort={choice.sort}
      ownSort="-difference"
      onSort={(sort) => onChoice({ sort })}
      find={choice.find}
      onFind={(find) => onChoice({ find })}
      csvFile={`ai-reconciliation-${month}.csv`}
    />
  );
}
