import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { TextLink, Toggletip, Tooltip, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatDay } from '../numbers/formatDay.ts';
import { MARK_SYMBOLS } from './chartMark.ts';
import type { MarkedDay } from './markedDays.ts';

/** A day's marker: one thing leads to more about it; what leads nowhere, and a crowd, opens in words. */
export function DayMarker({ marked: { day, kind, marks, symbols, name } }: { readonly marked: MarkedDay }) {
  const styles = useStyles2(getStyles);
  const [only] = marks;
  const className = cx(styles.marker, styles[kind]);
  if (marks.length === 1 && only?.href !== undefined) {
    return (
      <Tooltip content={`${formatDay(day)}: ${only.words}`}>
        <a href={only.href} className={className} aria-label={name} data-mark={kind}>
          {symbols}
        </a>
      </Tooltip>
    );
  }
  return (
    <Toggletip
      title={formatDay(day)}
      content={
        <ul className={styles.list}>
          {marks.map((mark, index) => (
            <li key={index}>
              {MARK_SYMBOLS[mark.kind]}{' '}
              {mark.href === undefined ? mark.words : <TextLink href={mark.href}>{mark.words}</TextLink>}
            </li>
          ))}
        </ul>
      }
    >
      <button type="button" className={className} aria-label={name} data-mark={kind}>
        {symbols}
      </button>
    </Toggletip>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  marker: css({
    padding: theme.spacing(0, 0.25),
    border: 0,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: '20px',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    '&:hover': { background: theme.colors.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
  }),
  optimization: css({ color: theme.colors.success.text }),
  anomaly: css({ color: theme.colors.info.text }),
  price: css({ color: theme.colors.text.primary, fontWeight: theme.typography.fontWeightBold }),
  list: css({ margin: 0, paddingLeft: theme.spacing(2), maxWidth: 420, maxHeight: '50vh', overflowY: 'auto' }),
});
