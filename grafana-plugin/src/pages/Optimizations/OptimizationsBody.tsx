import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, EmptyState, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { Fading } from '../../components/Fading.tsx';
import type { View } from '../../components/frame/view.ts';
import { Failure } from '../../components/states/Failure.tsx';
import { PageSkeleton } from '../../components/states/PageSkeleton.tsx';
import { loadLevers } from '../../data/loadLevers.ts';
import { loadOpportunities } from '../../data/loadOpportunities.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import type { EventDraft } from './eventDraft.ts';
import { EventForm } from './EventForm.tsx';
import { isInScope } from '../../data/isInScope.ts';
import { LogTable } from './LogTable.tsx';
import { mayEdit } from './mayEdit.ts';
import { NoLevers } from './NoLevers.tsx';
import { Opportunities } from './Opportunities.tsx';
import { opportunityDraft } from './opportunityDraft.ts';
import { RulesOfThumb } from './RulesOfThumb.tsx';
import { Savings } from './Savings.tsx';
import type { Shown } from './useShown.ts';

interface Props {
  readonly view: View;
  readonly shown: Shown;
  readonly onShow: (change: Partial<Shown>) => void;
}

/** What optimizations brought in all, the log of them, and what to look at next. */
export function OptimizationsBody({ view, shown, onShow }: Props) {
  const styles = useStyles2(getStyles);
  const loaded = useLoaded(String(view.books.lastClosedDay), loadLevers);
  const ideas = useLoaded(String(view.books.lastClosedDay), loadOpportunities);
  const [idea, setIdea] = useState<EventDraft>();
  if (loaded.failed !== undefined) {
    return <Failure what="The ledger did not answer" words={loaded.failed} onRetry={loaded.retry} />;
  }
  if (!loaded.value) {
    return <PageSkeleton />;
  }
  if (loaded.value.kind !== 'value') {
    return <NoLevers answer={loaded.value} onRetry={loaded.retry} />;
  }
  const levers = loaded.value.value;
  const rows = levers.levers.filter(({ event }) => isInScope(event.record, view.scope));
  const isForm = shown.form === 'new' && mayEdit();
  const record = mayEdit() ? (
    <Button icon="plus" onClick={() => onShow({ form: 'new' })}>
      Record an optimization
    </Button>
  ) : (
    <p className={styles}>An Editor can record optimizations here; a deploy pipeline can with `ai-finops event add`.</p>
  );
  return (
    <Fading isBusy={loaded.loading}>
      <Savings levers={levers} ideas={ideas.value?.kind === 'value' ? ideas.value.value : undefined} />
      {isForm ? (
        <EventForm
          key={JSON.stringify(idea)}
          {...(idea && { idea })}
          onDone={(entry) => {
            loaded.retry();
            setIdea(undefined);
            onShow({ form: '', ...(entry && { lever: '', owner: '' }) });
          }}
        />
      ) : (
        <div>{record}</div>
      )}
      <Opportunities
        answer={ideas.value}
        onRetry={ideas.retry}
        onRecord={(one) => {
          setIdea(opportunityDraft(one));
          onShow({ form: 'new' });
        }}
      />
      {levers.levers.length === 0 ? (
        <EmptyState variant="call-to-action" message="No optimization is recorded yet">
          Record one here, or let the deploy pipeline do it: ai-finops event add --lever prompt_caching --feature search
          --date 2026-11-04 --owner Ana
        </EmptyState>
      ) : (
        <LogTable view={view} rows={rows} shown={shown} onShow={onShow} />
      )}
      <RulesOfThumb view={view} />
    </Fading>
  );
}

const getStyles = (theme: GrafanaTheme2) => css({ margin: 0, color: theme.colors.text.secondary });
