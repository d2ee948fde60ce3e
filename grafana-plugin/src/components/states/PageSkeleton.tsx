import { css, keyframes } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

/** The page's shape, before the first answer. */
export function PageSkeleton() {
  const styles = useStyles2(getStyles);
  return (
    <div role="status" aria-label="Loading" className={styles.page} data-testid="skeleton">
      <div className={styles.cards}>
        {[0, 1, 2, 3].map((card) => (
          <div key={card} className={styles.block} style={{ height: 148 }} />
        ))}
      </div>
      <div className={styles.block} style={{ height: 340 }} />
      <div className={styles.block} style={{ height: 280 }} />
    </div>
  );
}

const pulse = keyframes({ '50%': { opacity: 0.5 } });

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(3) }),
  cards: css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 190px), 1fr))',
  }),
  block: css({
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    [theme.transitions.handleMotion('no-preference')]: { animation: `${pulse} 2s ease-in-out infinite` },
  }),
});
