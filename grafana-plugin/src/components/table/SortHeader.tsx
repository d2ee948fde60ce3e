import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

interface Props {
  readonly label: string;
  /** Text columns are left-aligned, numbers right. */
  readonly isText: boolean;
  readonly direction: 'ascending' | 'descending' | undefined;
  readonly help: ReactNode;
  readonly className: string | undefined;
  readonly onClick: () => void;
}

/** A column's name, which sorts by it, and what it means. */
export function SortHeader({ label, isText, direction, help, className, onClick }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <th
      scope="col"
      className={className}
      aria-sort={direction ?? 'none'}
      style={{ textAlign: isText ? 'left' : 'right' }}
    >
      <span className={styles.head}>
        <button type="button" className={styles.button} onClick={onClick}>
          {label}
          {direction && <Icon name={direction === 'descending' ? 'arrow-down' : 'arrow-up'} size="sm" />}
        </button>
        {help}
      </span>
    </th>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  head: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5) }),
  button: css({
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
  }),
});
