import { css } from '@emotion/css';
import React, { useMemo } from 'react';
import type { View } from '../../components/frame/view.ts';
import { DataTable } from '../../components/table/DataTable.tsx';
import type { Lever } from '../../data/lever.ts';
import { leverNames } from '../../data/leverNames.ts';
import { logColumns } from './logColumns.tsx';
import { logNames } from './logNames.ts';
import { shownHref, type Shown, type ShownChange } from './useShown.ts';
import { NamedCombobox } from '../../components/NamedCombobox.tsx';
import { isoDay } from '../../queries/isoDay.ts';

interface Props {
  readonly view: View;
  readonly rows: readonly Lever[];
  readonly shown: Shown;
  readonly onShow: (change: ShownChange) => void;
}

/** Every optimization, the latest first; its name leads to its own page. */
export function LogTable({ view: { choice, onChoice, books }, rows, shown, onShow }: Props) {
  const names = useMemo(() => logNames(rows), [rows]);
  const owners = [...new Set(rows.map(({ event }) => event.record['owner'] ?? ''))].sort();
  const levers = Object.keys(leverNames).filter((lever) => rows.some(({ event }) => event.record['lever'] === lever));
  const found = rows.filter(
    ({ event: { record } }) =>
      (shown.lever === '' || record['lever'] === shown.lever) && (shown.owner === '' || record['owner'] === shown.owner)
  );
  return (
    <div className={wideNames}>
      <DataTable
        testId="optimizations"
        title={
          <>
            <h2>Log</h2>
            <NamedCombobox
              name="Lever"
              width={22}
              options={[
                { value: '', label: 'Every lever' },
                ...levers.map((lever) => ({ value: lever, label: leverNames[lever] ?? lever })),
              ]}
              value={shown.lever}
              onChange={({ value }) => onShow({ lever: value })}
            />
            <NamedCombobox
              name="Owner"
              width={22}
              options={[
                { value: '', label: 'Every owner' },
                ...owners.map((owner) => ({ value: owner, label: owner })),
              ]}
              value={shown.owner}
              onChange={({ value }) => onShow({ owner: value })}
            />
          </>
        }
        rows={found}
        columns={logColumns}
        nameOf={({ event }) => names.get(event.id) ?? event.id}
        hrefOf={({ event }) => shownHref({ event: event.id, form: '' })}
        sort={choice.sort}
        ownSort="-name"
        onSort={(sort) => onChoice({ sort })}
        find={choice.find}
        onFind={(find) => onChoice({ find })}
        csvFile={`ai-optimizations-${isoDay(books.lastClosedDay)}.csv`}
      />
    </div>
  );
}

/** A name holds day, lever and scope. */
const wideNames = css({ 'tbody th': { maxWidth: 290 } });
