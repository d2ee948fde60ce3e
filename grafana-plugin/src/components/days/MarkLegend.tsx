import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { MARK_KINDS, MARK_NAMES, MARK_SYMBOLS } from './chartMark.ts';
import type { Marks } from './useDayMarks.ts';

/** What the chart's symbols mean, as far as it has them, and why some may be missing. */
export function MarkLegend({ marks: { marks, missing } }: { readonly marks: Marks }) {
  const className = useStyles2(getStyle);
  const kinds = MARK_KINDS.filter((kind) => marks.some((mark) => mark.kind === kind));
  if (kinds.length === 0 && missing === undefined) {
    return null;
  }
  return (
    <p className={className} data-testid="mark-legend">
      {kinds.map((kind) => `${MARK_SYMBOLS[kind]} ${MARK_NAMES[kind]}`).join('  ')}
      {missing !== undefined && ` Not all that happened is marked: ${missing}`}
    </p>
  );
}

const getStyle = (theme: GrafanaTheme2) =>
  css({
    margin: 0,
    whiteSpace: 'pre-wrap',
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  });
