import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

interface Props {
  readonly title: ReactNode;
  /** Help, beside the title. */
  readonly help?: ReactNode;
  readonly value: ReactNode;
  /** The page's answer: larger than the rest. */
  readonly main?: boolean;
  readonly children?: ReactNode;
  readonly testId: string;
}

/** A figure with its name above and what it means below. */
export function NumberCard({ title, help, value, main = false, children, testId }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <section className={styles.card} data-testid={testId}>
      <header className={styles.title}>
        {title}
        {help}
      </header>
      <div className={cx(styles.value, main && styles.main)} data-testid={`${testId}-value`}>
        {value}
      </div>
      <div className={styles.notes}>{children}</div>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    containerType: 'inline-size',
    minWidth: 0,
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  title: css({
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    minHeight: 24,
    color: theme.colors.text.secondary,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  value: css({
    margin: theme.spacing(0.5, 0),
    // Beside Grafana's docked menu a card is narrow, and an amount is one word.
    fontSize: 'clamp(18px, 15cqi, 28px)',
    lineHeight: '44px',
    fontWeight: theme.typography.fontWeightMedium,
    fontVariantNumeric: 'tabular-nums',
    color: theme.colors.text.maxContrast,
  }),
  main: css({ fontSize: 'clamp(28px, 18cqi, 44px)' }),
  notes: css({
    color: theme.colors.text.secondary,
    fontVariantNumeric: 'tabular-nums',
    p: { margin: 0 },
  }),
});
