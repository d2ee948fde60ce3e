import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatShare } from './numbers/formatShare.ts';

/** How much of a budget is used, in a table cell: red once it is over. */
export function ShareBar({ share }: { readonly share: number }) {
  const styles = useStyles2(getStyles);
  const isOver = share > 1;
  return (
    <span className={cx(styles.cell, isOver && styles.overText)}>
      <span className={styles.track} aria-hidden>
        <span className={cx(styles.used, isOver && styles.over)} style={{ width: `${Math.min(1, share) * 100}%` }} />
      </span>
      {formatShare(share)}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  cell: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(1) }),
  track: css({
    width: 48,
    height: 6,
    overflow: 'hidden',
    background: theme.colors.border.medium,
    borderRadius: theme.shape.radius.pill,
  }),
  used: css({ display: 'block', height: '100%', background: theme.colors.text.secondary }),
  over: css({ background: theme.colors.error.main }),
  overText: css({ color: theme.colors.error.text }),
});
