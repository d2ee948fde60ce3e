import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { Choice } from '../../choice/choice.ts';
import { narrow } from '../../choice/narrow.ts';
import { loadLabelValues } from '../../data/loadLabelValues.ts';
import type { PromSource } from '../../data/promSource.ts';
import { LABELS } from '../../queries/label.ts';
import type { Filter } from '../../queries/scope.ts';
import { labelNames } from '../labelNames.ts';
import { NamedCombobox } from '../NamedCombobox.tsx';

interface Props {
  readonly source: PromSource;
  readonly environment: string | undefined;
  readonly filters: readonly Filter[];
  readonly onChoice: (change: Partial<Choice>) => void;
}

const OPTIONS = LABELS.flatMap((label) =>
  label === 'environment' ? [] : [{ value: label, label: labelNames[label] }]
);
const MOST = 200;

/** What the page is narrowed to, and how to narrow it further. */
export function FilterChips({ source, environment, filters, onChoice }: Props) {
  const styles = useStyles2(getStyles);
  const [adding, setAdding] = useState<Filter['label']>();
  const add = (value: string) => {
    if (adding) {
      onChoice({ filters: narrow(filters, adding, value), open: undefined });
    }
    setAdding(undefined);
  };
  const values = async (label: Filter['label'], typed: string) => {
    const all = await loadLabelValues(source, label, environment, Date.now());
    const wanted = typed.toLocaleLowerCase();
    return all
      .filter((value) => value.toLocaleLowerCase().includes(wanted))
      .slice(0, MOST)
      .map((value) => ({ value, label: value === '' ? '(none)' : value }));
  };
  return (
    <div className={styles.chips} role="group" aria-label="Filters">
      {filters.map(({ label, values: chosen }) => (
        <span key={label} className={styles.chip} data-filter={label}>
          <span className={styles.text} title={chosen.join(', ')}>
            {labelNames[label]}: <b>{chosen.join(', ')}</b>
          </span>
          <IconButton
            name="times"
            size="sm"
            aria-label={`Remove the filter by ${labelNames[label].toLowerCase()}`}
            onClick={() => onChoice({ filters: filters.filter((filter) => filter.label !== label), open: undefined })}
          />
        </span>
      ))}
      {adding ? (
        <NamedCombobox
          key={adding}
          name={labelNames[adding]}
          width={28}
          autoFocus
          placeholder={`Which ${labelNames[adding].toLowerCase()}?`}
          options={(typed: string) => values(adding, typed)}
          value={null}
          onChange={(option) => add(option.value)}
          onBlur={() => setAdding(undefined)}
        />
      ) : (
        <NamedCombobox
          key="add"
          name="Add a filter"
          width={18}
          placeholder="Add a filter"
          options={OPTIONS}
          value={null}
          onChange={(option) => setAdding(option.value)}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  chips: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  }),
  chip: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    maxWidth: 360,
    padding: theme.spacing(0.5, 1),
    background: theme.colors.background.secondary,
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.pill,
  }),
  text: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
});
