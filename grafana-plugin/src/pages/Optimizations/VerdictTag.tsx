import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Tooltip, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Lever } from '../../data/lever.ts';
import { flipBackWords } from './flipBackWords.ts';
import { verdictWords } from './verdictWords.ts';

/** The verdict with its symbol; why, on hover and focus. Red only where a bar is broken or money is lost. */
export function VerdictTag({ lever }: { readonly lever: Lever }) {
  const styles = useStyles2(getStyles);
  const { symbol, words, isBad } = verdictWords(lever);
  const why = lever.state === 'flip_back' ? flipBackWords(lever) : lever.impact.reason;
  return (
    <Tooltip content={why}>
      <span tabIndex={0} className={cx(styles.tag, isBad && styles.bad)} data-verdict={words}>
        {symbol} {words}
      </span>
    </Tooltip>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  tag: css({ whiteSpace: 'nowrap' }),
  bad: css({ color: theme.colors.error.text, fontWeight: theme.typography.fontWeightMedium }),
});
