import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { ProviderBill } from '../../data/reconciliation.ts';
import { causeNames } from './causeNames.ts';
import { gaps } from './gaps.ts';
import { signedUsd } from '../../components/bill/signedUsd.ts';

const MOST = 12;

/** What makes bill and estimate differ, the dearest first, with what to do about it. */
export function WhatToFix({ providers }: { readonly providers: readonly ProviderBill[] }) {
  const styles = useStyles2(getStyles);
  const found = gaps(providers);
  return (
    <section data-testid="what-to-fix">
      <h2>What to fix ({found.length})</h2>
      {found.length === 0 && <p>Nothing: bill and estimate agree.</p>}
      <ol className={styles}>
        {found.slice(0, MOST).map((gap) => (
          <li key={`${gap.provider} ${gap.cause} ${gap.what}`} data-cause={gap.cause}>
            <b>{signedUsd(String(gap.nanoUsd))}</b> {gap.provider}: {causeNames[gap.cause]} · {gap.what}. {gap.evidence}
            . <em>{gap.action}</em>
          </li>
        ))}
      </ol>
      {found.length > MOST && <p>and {found.length - MOST} smaller ones, in the table</p>}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    paddingLeft: theme.spacing(2.5),
    fontVariantNumeric: 'tabular-nums',
    li: { marginBottom: theme.spacing(0.5) },
  });
