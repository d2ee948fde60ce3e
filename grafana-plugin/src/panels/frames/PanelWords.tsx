import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

/** In place of a drawing: why there is none, and what to do. */
export function PanelWords({ children }: { readonly children: ReactNode }) {
  const className = useStyles2(getStyle);
  return (
    <p className={className} role="status">
      {children}
    </p>
  );
}

const getStyle = (theme: GrafanaTheme2) =>
  css({
    display: 'grid',
    placeItems: 'center',
    height: '100%',
    margin: 0,
    textAlign: 'center',
    color: theme.colors.text.secondary,
  });
