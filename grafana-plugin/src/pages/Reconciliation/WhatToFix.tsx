import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { DecisionForm } from '../../components/DecisionForm.tsx';
import { signedUsd } from '../../components/bill/signedUsd.ts';
import { mayEdit } from '../../data/mayEdit.ts';
import type { MonthReconciliation } from '../../data/reconciliation.ts';
import { causeNames } from './causeNames.ts';
import { gapDecision } from './gapDecision.ts';
import { type Gap, gaps } from './gaps.ts';

const MOST = 12;

interface Props extends Pick<MonthReconciliation, 'providers' | 'owner'> {
  readonly month: string;
}

/** What makes bill and estimate differ, the dearest first, with what to do about it and who does it. */
export function WhatToFix({ month, providers, owner }: Props) {
  const styles = useStyles2(getStyles);
  const found = gaps(providers, owner);
  const toFix = found.filter(({ needsAction }) => needsAction);
  const explained = found.filter(({ needsAction }) => !needsAction);
  return (
    <section data-testid="what-to-fix" className={styles}>
      <h2>What to fix ({toFix.length})</h2>
      {found.length === 0 && <p>Nothing: bill and estimate agree.</p>}
      {found.length > 0 && toFix.length === 0 && <p>Nothing: all that differs is as it should be.</p>}
      <GapList month={month} gaps={toFix} />
      {explained.length > 0 && (
        <>
          <h3>As it should be ({explained.length})</h3>
          <GapList month={month} gaps={explained} />
        </>
      )}
    </section>
  );
}

function GapList({ month, gaps }: { readonly month: string; readonly gaps: readonly Gap[] }) {
  return (
    <>
      <ol>
        {gaps.slice(0, MOST).map((gap) => (
          <GapItem key={`${gap.provider} ${gap.cause} ${gap.what}`} month={month} gap={gap} />
        ))}
      </ol>
      {gaps.length > MOST && <p>and {gaps.length - MOST} smaller ones, in the table</p>}
    </>
  );
}

function GapItem({ month, gap }: { readonly month: string; readonly gap: Gap }) {
  const [isDeciding, setDeciding] = useState(false);
  const { provider, cause, what, evidence, action, needsAction, nanoUsd, owner } = gap;
  return (
    <li data-cause={cause}>
      <b>{signedUsd(String(nanoUsd))}</b> {provider}: {causeNames[cause]} · {what} – {evidence}. <em>{action}</em>
      {needsAction && (
        <>
          {' '}
          <span data-testid="gap-owner">{owner === null ? 'Owner unknown' : `Owner ${owner}`}</span>{' '}
          {mayEdit() && !isDeciding && (
            <Button size="sm" variant="secondary" fill="text" onClick={() => setDeciding(true)}>
              Make it a decision
            </Button>
          )}
        </>
      )}
      {isDeciding && <DecisionForm decision={gapDecision(month, gap)} onDone={() => setDeciding(false)} />}
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    fontVariantNumeric: 'tabular-nums',
    ol: { paddingLeft: theme.spacing(2.5) },
    h3: { marginTop: theme.spacing(2), fontSize: theme.typography.h5.fontSize },
    li: { marginBottom: theme.spacing(0.5) },
    'li > span': { color: theme.colors.text.secondary },
  });
