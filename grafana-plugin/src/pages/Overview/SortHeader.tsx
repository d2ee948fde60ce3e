import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React from 'react';

interface Props {
  readonly label: string;
  /** Text columns are left-aligned, numbers right. */
  readonly text: boolean;
  readonly direction: 'ascending' | 'descending' | undefined;
  readonly onClick: () => void;
}

/** A column's name, which sorts by it. */
export function SortHeader({ label, text, direction, onClick }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <th scope="col" aria-sort={direction ?? 'none'} style={{ textAlign: text ? 'left' : 'right' }}>
      <button type="button" className={styles} onClick={onClick}>
        {label}
        {direction && <Icon name={direction === 'descending' ? 'arrow-down' : 'arrow-up'} size="sm" />}
      </button>
    </th>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    '&:hover': { color: theme.colors.text.primary },
  });
