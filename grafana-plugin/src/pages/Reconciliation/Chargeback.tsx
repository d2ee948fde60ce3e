import React, { useState } from 'react';
import type { View } from '../../components/frame/view.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { LedgerFailure } from '../../components/states/LedgerFailure.tsx';
import { DataTable } from '../../components/table/DataTable.tsx';
import { loadChargeback, type Share } from '../../data/loadChargeback.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { NamedCombobox } from '../../components/NamedCombobox.tsx';

const BY = ['team', 'feature', 'tenant'] as const;

/** Who pays which part of the bills. */
export function Chargeback({ month, view: { choice, onChoice } }: { readonly month: string; readonly view: View }) {
  const [by, setBy] = useState<(typeof BY)[number]>('team');
  const loaded = useLoaded(`${month} ${by}`, (signal) => loadChargeback(month, by, signal));
  if (loaded.value?.kind === 'failed') {
    return <LedgerFailure words={loaded.value.words} onRetry={loaded.retry} />;
  }
  const rows = loaded.value?.kind === 'value' ? loaded.value.value : [];
  const total = rows.reduce((sum, { cents }) => sum + BigInt(cents), 0n);
  return (
    <DataTable<Share>
      testId="chargeback"
      title={
        <>
          <h2>Chargeback</h2>
          <NamedCombobox
            name="Charge by"
            width={16}
            options={BY.map((value) => ({ value, label: `by ${value}` }))}
            value={by}
            onChange={({ value }) => setBy(value)}
          />
        </>
      }
      rows={rows}
      columns={[
        { id: 'name', csvName: by, label: by, isText: true, value: ({ name }) => name, show: ({ name }) => name },
        {
          id: 'share',
          csvName: 'charged_usd',
          label: 'Of the bills, USD',
          value: ({ cents }) => Number(cents) / 100,
          show: ({ cents }) => formatMoney(Number(cents) / 100),
        },
      ]}
      nameOf={({ name }) => name}
      total={{ name: 'All bills', share: formatMoney(Number(total) / 100) }}
      sort={choice.sort}
      ownSort="-share"
      onSort={(sort) => onChoice({ sort })}
      find=""
      onFind={() => undefined}
      csvFile={`ai-chargeback-${month}-by-${by}.csv`}
    />
  );
}
