import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { COLUMN_SETS } from '../../choice/choice.ts';
import { narrow } from '../../choice/narrow.ts';
import { nextLabel } from '../../choice/nextLabel.ts';
import { within } from '../../choice/within.ts';
import { pageHref } from '../../components/frame/pageHref.ts';
import type { View } from '../../components/frame/view.ts';
import { labelNames } from '../../components/labelNames.ts';
import { DataTable } from '../../components/table/DataTable.tsx';
import { useSeriesColor } from '../../components/useSeriesColor.ts';
import type { Attribution } from '../../data/attribution.ts';
import type { AttributionRow } from '../../data/attributionRow.ts';
import { loadInnerRows } from '../../data/loadInnerRows.ts';
import type { OutcomeCosts } from '../../data/outcomeCosts.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { useOutcomeCosts } from '../../data/useOutcomeCosts.ts';
import { LABELS } from '../../queries/label.ts';
import { attributionColumns } from './attributionColumns.tsx';
import { rowNames } from './rowNames.ts';
import { NamedCombobox } from '../../components/NamedCombobox.tsx';
import { isoDay } from '../../queries/isoDay.ts';
import { withOutcomeCost } from './withOutcomeCost.ts';

interface Props {
  readonly view: View;
  readonly attribution: Attribution;
}

const BY = LABELS.map((label) => ({ value: label, label: labelNames[label] }));
const COLUMNS = COLUMN_SETS.map((set) => ({ value: set, label: `${set[0]?.toUpperCase()}${set.slice(1)}` }));

/** One row for each name, split again inside; a row's name narrows the page to it. */
export function AttributionTable({ view: { source, scope, choice, onChoice }, attribution }: Props) {
  const styles = useStyles2(getStyles);
  const { by, period } = attribution;
  const { columns, open } = choice;
  const innerScope = open === undefined ? scope : within(scope, by, open);
  const names = useMemo(() => rowNames(attribution), [attribution]);
  const colorOf = useSeriesColor(names);
  const narrowed = choice.filters.filter(({ values }) => values.length === 1).map(({ label }) => label);
  const then = choice.then !== undefined && choice.then !== by ? choice.then : nextLabel(by, narrowed);
  const inner = useLoaded(JSON.stringify([source.uid, scope, period, columns, by, open, then]), (signal) =>
    open === undefined
      ? Promise.resolve([])
      : loadInnerRows(source, innerScope, period, { columns, by: then }, Date.now(), signal)
  );
  const isValue = columns === 'value';
  const costs = useOutcomeCosts(isValue ? period : undefined, scope);
  const innerCosts = useOutcomeCosts(
    isValue && open !== undefined && then === 'feature' ? period : undefined,
    innerScope
  );
  const ofFeature = (row: AttributionRow, known: OutcomeCosts) =>
    isValue ? withOutcomeCost(row, known, [row.name]) : row;
  const rows = by === 'feature' ? attribution.rows.map((row) => ofFeature(row, costs)) : attribution.rows;
  const innerRows = then === 'feature' ? inner.value?.map((row) => ofFeature(row, innerCosts)) : inner.value;
  const chosen = scope.filters?.find(({ label }) => label === 'feature')?.values;
  const total = isValue ? withOutcomeCost(attribution.total, costs, chosen) : attribution.total;
  const shown = attributionColumns(source, attribution, columns, colorOf);
  const deeper = (name: string) =>
    by === 'environment'
      ? { environment: name, by: 'feature' as const }
      : { filters: narrow(choice.filters, by, name), by: nextLabel(by, [...narrowed, by]) };
  return (
    <DataTable
      testId="attribution"
      title={
        <>
          <NamedCombobox
            name="Break down by"
            width={18}
            options={BY}
            value={choice.by}
            onChange={(option) => onChoice({ by: option.value, open: undefined, sort: '', find: '' })}
          />
          <span className={styles.then}>then</span>
          <NamedCombobox
            name="Then, inside a row, by"
            width={18}
            options={BY.filter(({ value }) => value !== by)}
            value={then}
            onChange={(option) => onChoice({ then: option.value })}
          />
          <RadioButtonGroup
            aria-label="Columns"
            options={COLUMNS}
            value={columns}
            onChange={(set) => onChoice({ columns: set, sort: '' })}
          />
        </>
      }
      rows={rows}
      columns={shown}
      nameOf={({ name }) => name}
      colorOf={colorOf}
      hrefOf={({ name }) =>
        pageHref('attribution', { ...choice, ...deeper(name), open: undefined, then: undefined, sort: '', find: '' })
      }
      expander={{
        open,
        onOpen: (name) => onChoice({ open: name }),
        inner: inner.loading ? undefined : innerRows,
        words: `by ${labelNames[then].toLowerCase()}`,
      }}
      total={{
        ...Object.fromEntries(shown.map((column) => [column.id, column.id === 'trend' ? '' : column.show(total)])),
        name: 'All of it',
        ...{ owner: '', tier: '', approved: '', retires: '' },
      }}
      sort={choice.sort}
      ownSort="-cost"
      onSort={(sort) => onChoice({ sort })}
      find={choice.find}
      onFind={(find) => onChoice({ find })}
      csvFile={`ai-cost-by-${by}-${columns}-${isoDay(period.lastDay)}${scope.calibration ? '-calibrated' : ''}.csv`}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({ then: css({ color: theme.colors.text.secondary }) });
