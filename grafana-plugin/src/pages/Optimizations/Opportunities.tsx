import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, LinkButton, Stack, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { DecisionForm } from '../../components/DecisionForm.tsx';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import { LedgerFailure } from '../../components/states/LedgerFailure.tsx';
import type { LedgerAnswer } from '../../data/askLedger.ts';
import type { Bounded } from '../../data/lever.ts';
import type { Opportunities as Ideas, Opportunity } from '../../data/opportunity.ts';
import { opportunityWords } from './opportunityWords.ts';
import { mayEdit } from '../../data/mayEdit.ts';
import { newEventHref } from './newEventHref.ts';
import { opportunityDraft } from './opportunityDraft.ts';

interface Props {
  readonly answer: LedgerAnswer<Ideas> | undefined;
  readonly onRetry: () => void;
}

const MOST = 8;
const NEEDS = { counted: '', needs_evaluation: 'needs evaluation first', needs_offer: 'needs an offer first' };
const range = ({ low, high }: Bounded) => `${formatMoneyShort(low)} – ${formatMoneyShort(high)}`;

/** What could be done next, the dearest first; one total, nothing in it twice. */
export function Opportunities({ answer, onRetry }: Props) {
  const styles = useStyles2(getStyles);
  const [all, setAll] = useState(false);
  if (answer === undefined || answer.kind === 'absent') {
    return null;
  }
  if (answer.kind === 'failed') {
    return <LedgerFailure words={answer.words} onRetry={onRetry} />;
  }
  const { opportunities, total, left, from, through } = answer.value;
  const shown = all ? opportunities : opportunities.slice(0, MOST);
  return (
    <section data-testid="opportunities">
      <h2>Opportunities</h2>
      {opportunities.length === 0 ? (
        <p>{from === null ? 'They are looked for once days are closed.' : 'Nothing found in the last four weeks.'}</p>
      ) : (
        <p className={styles.note}>
          {formatMoneyShort(total.usd)} a month ({range(total)}) from the calls of {from} to {through}, nothing counted
          twice
        </p>
      )}
      <ol className={styles.list}>
        {shown.map((idea) => (
          <Idea key={`${idea.lever} ${JSON.stringify(idea.scope)} ${idea.serviceTier}`} idea={idea} />
        ))}
      </ol>
      {opportunities.length > MOST && (
        <Button size="sm" variant="secondary" fill="text" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show ${opportunities.length - MOST} more`}
        </Button>
      )}
      {left > 0 && <p className={styles.note}>and {left} smaller ones</p>}
    </section>
  );
}

function Idea({ idea }: { readonly idea: Opportunity }) {
  const styles = useStyles2(getStyles);
  const [isDeciding, setDeciding] = useState(false);
  const isCounted = idea.state === 'counted';
  return (
    <li data-lever={idea.lever} data-state={idea.state}>
      <details>
        <summary className={styles.summary}>
          <span>{opportunityWords(idea)}</span>
          <span className={styles.figures}>
            <b>{isCounted ? `${formatMoneyShort(idea.monthly.usd)}/mo` : NEEDS[idea.state]}</b>
            {isCounted && ` (${range(idea.monthly)})`} · {idea.effort}
          </span>
        </summary>
        <p className={styles.note}>
          {!isCounted && `Up to ${range(idea.monthly)} a month. `}
          {idea.working}
        </p>
        {mayEdit() && !isDeciding && (
          <Stack gap={1}>
            <LinkButton size="sm" variant="secondary" href={newEventHref(opportunityDraft(idea))}>
              Make it an event
            </LinkButton>
            <Button size="sm" variant="secondary" onClick={() => setDeciding(true)}>
              Make it a decision
            </Button>
          </Stack>
        )}
        {isDeciding && (
          <DecisionForm
            decision={{
              ...{ what: opportunityWords(idea), why: idea.working },
              usdPerMonth: idea.monthly.usd,
              links: idea.scope.feature === undefined ? [] : [{ to: 'feature', id: idea.scope.feature }],
            }}
            onDone={() => setDeciding(false)}
          />
        )}
      </details>
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    paddingLeft: theme.spacing(3),
    fontVariantNumeric: 'tabular-nums',
    li: { borderBottom: `1px solid ${theme.colors.border.weak}`, padding: theme.spacing(0.5, 0) },
  }),
  summary: css({
    cursor: 'pointer',
    display: 'flex',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
  }),
  figures: css({
    color: theme.colors.text.secondary,
    textAlign: 'right',
    b: { color: theme.colors.text.primary, whiteSpace: 'nowrap', fontWeight: theme.typography.fontWeightMedium },
  }),
  note: css({ color: theme.colors.text.secondary }),
});
