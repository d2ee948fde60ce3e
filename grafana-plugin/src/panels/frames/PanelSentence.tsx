import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

/** CSS pixels. */
export const SENTENCE_HEIGHT = 28;

/** What a panel's drawing says, in a line of text above it. */
export function PanelSentence({ children }: { readonly children: string }) {
  const className = useStyles2(getStyle);
  return (
    <p className={className} data-testid="panel-sentence" title={children}>
      {children}
    </p>
  );
}

const getStyle = (theme: GrafanaTheme2) =>
  css({
    margin: 0,
    height: SENTENCE_HEIGHT,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
    fontVariantNumeric: 'tabular-nums',
  });
