import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

interface Props {
  /** Where it begins and how long it is, as shares (0…1) of the width. */
  readonly start: number;
  readonly length: number;
  /** A step up or down; left out for what is reached. */
  readonly sign?: 'more' | 'less';
  readonly className?: string;
}

/** A bar of a waterfall, across the width it stands in. */
export function WaterfallBar({ start, length, sign, className }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <span
      className={cx(styles.bar, sign && styles[sign], className)}
      style={{ marginLeft: `${start * 100}%`, width: `max(2px, ${length * 100}%)` }}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'block', borderRadius: 1, background: theme.colors.text.disabled }),
  more: css({ background: theme.visualization.getColorByName('blue') }),
  less: css({ background: theme.visualization.getColorByName('green') }),
});
