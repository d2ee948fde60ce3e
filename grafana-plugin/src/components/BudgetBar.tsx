import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatMoney } from './numbers/formatMoney.ts';
import { formatShare } from './numbers/formatShare.ts';

interface Props {
  /** What was spent, and what may be: USD, more than 0. */
  readonly spent: number;
  readonly budget: number;
}

/** How much of a budget is used: calm while it lasts, red once it is over. */
export function BudgetBar({ spent, budget }: Props) {
  const styles = useStyles2(getStyles);
  const used = spent / budget;
  const over = used > 1;
  return (
    <div data-testid="budget">
      <div
        className={styles.track}
        role="meter"
        aria-label="Budget used"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(100, Math.round(used * 100))}
        aria-valuetext={`${formatShare(used)} of the budget`}
      >
        <div className={cx(styles.used, over && styles.over)} style={{ width: `${Math.min(1, used) * 100}%` }} />
      </div>
      <p className={cx(over && styles.overText)}>
        {formatShare(used)} of {formatBudget(budget)}
        {over && `, ${formatMoney(spent - budget)} over`}
      </p>
    </div>
  );
}

/** Budgets are round: no cents where there are none. */
const formatBudget = (usd: number): string => formatMoney(usd).replace(/\.00$/, '');

const getStyles = (theme: GrafanaTheme2) => ({
  track: css({
    height: 6,
    marginBottom: theme.spacing(0.5),
    overflow: 'hidden',
    background: theme.colors.border.medium,
    borderRadius: theme.shape.radius.pill,
  }),
  used: css({ height: '100%', background: theme.colors.text.secondary, borderRadius: theme.shape.radius.pill }),
  over: css({ background: theme.colors.error.main }),
  overText: css({ color: theme.colors.error.text }),
});
