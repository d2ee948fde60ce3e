import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Input, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

interface Props {
  readonly title: ReactNode;
  readonly find: string;
  readonly onFind: (find: string) => void;
  readonly onCsv: () => void;
}

/** What the table holds, a box to filter its rows by name, and a way to take them along. */
export function TableToolbar({ title, find, onFind, onCsv }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.toolbar}>
      <div className={styles.title}>{title}</div>
      <Input
        aria-label="Filter rows by name"
        placeholder="Filter rows"
        width={22}
        value={find}
        onChange={({ currentTarget }) => onFind(currentTarget.value)}
      />
      <Button size="sm" variant="secondary" fill="text" icon="download-alt" onClick={onCsv}>
        CSV
      </Button>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  toolbar: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
    '@media print': { display: 'none' },
  }),
  title: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginRight: 'auto',
    minWidth: 0,
    'h2, h3': { margin: 0, fontSize: theme.typography.h5.fontSize },
  }),
});
