import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

interface Props {
  readonly isBusy: boolean;
  readonly children: ReactNode;
}

/** What is shown stays, paler, while what was asked instead is on its way. */
export function Fading({ isBusy, children }: Props) {
  const className = useStyles2(getStyles);
  return (
    <div className={className} aria-busy={isBusy}>
      {children}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
    '&[aria-busy=true]': { opacity: 0.5 },
    [theme.transitions.handleMotion('no-preference')]: { transition: 'opacity 150ms' },
  });
