import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { ClosedPeriod } from '../../choice/closedPeriod.ts';
import type { View } from '../../components/frame/view.ts';
import { requestsHref } from '../../components/frame/requestsHref.ts';
import { Help } from '../../components/Help.tsx';
import { formatDays } from '../../components/numbers/formatDays.ts';
import { loadWhatChanged } from '../../data/loadWhatChanged.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { changeSentence } from './changeSentence.ts';
import { withLabels } from './withLabels.ts';
import { Waterfall } from './Waterfall.tsx';

const FROM_BOOKS =
  'Calls, retries, and cost by kind of token are the ledger’s books to the nano-USD, by request type and service tier, too; the queries show what the page compares them with.';
const INFERRED =
  'A segment’s tokens are priced at its model’s own prices; how many calls were repeated is inferred from what the repeated ones cost.';

interface Props {
  readonly view: View;
  readonly period: ClosedPeriod;
}

/** Why the selection costs more or less than before: parts that add up to the change. */
export function WhatChangedPart({ view: { source, scope, choice }, period }: Props) {
  const styles = useStyles2(getStyles);
  const loaded = useLoaded(JSON.stringify([source.uid, scope, period]), (signal) =>
    loadWhatChanged(source, scope, period, signal)
  );
  const answer = loaded.value;
  return (
    <section
      data-testid="what-changed"
      aria-busy={loaded.loading}
      {...(answer?.kind === 'value' && { 'data-from': answer.isFromBooks ? 'books' : 'prometheus' })}
    >
      <h2 className={styles.title}>
        What changed
        {answer?.kind === 'value' && (
          <Help
            of="What changed"
            definition={`The cost of ${formatDays(period)} against ${formatDays(period.before)}, split over feature and model: calls, their mix, prices, tokens a call, cache and retries. Each part is its average over every order in which they could have changed (Shapley), so the parts add up to the change, whatever the order. Days count as they closed, without what came late. ${answer.isFromBooks ? FROM_BOOKS : INFERRED}`}
            question={answer.cost.question}
            also={{ Before: answer.costBefore.question }}
            source={source}
          />
        )}
      </h2>
      {loaded.failed !== undefined && <p>It has no answer: {loaded.failed}</p>}
      {answer === undefined && loaded.failed === undefined && <p className={styles.note}>Comparing …</p>}
      {answer?.kind === 'none' && (
        <p className={styles.note}>It can’t be said for this selection: what it needs is {answer.words}.</p>
      )}
      {answer?.kind === 'value' && (
        <>
          <p data-testid="change-sentence">{changeSentence(answer.change)}</p>
          <Waterfall
            change={answer.change}
            before={formatDays(period.before)}
            after={formatDays(period)}
            hrefOf={(labels) => requestsHref(choice, period, withLabels(choice.filters, labels))}
          />
          {answer.whyInferred !== undefined && (
            <p className={styles.note}>
              Kinds of tokens and retries are inferred from Prometheus: the ledger did not say them,{' '}
              {answer.whyInferred}.
            </p>
          )}
          {!answer.hasRetries && (
            <p className={styles.note}>Retries are not kept for this selection: they count as calls.</p>
          )}
        </>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    margin: theme.spacing(0, 0, 1),
    fontSize: theme.typography.h5.fontSize,
  }),
  note: css({ color: theme.colors.text.secondary }),
});
