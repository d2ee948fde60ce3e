import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { EmptyState, LinkButton, useStyles2 } from '@grafana/ui';
import { locationService } from '@grafana/runtime';
import React from 'react';
import { Fading } from '../../components/Fading.tsx';
import type { View } from '../../components/frame/view.ts';
import { Failure } from '../../components/states/Failure.tsx';
import { PageSkeleton } from '../../components/states/PageSkeleton.tsx';
import { loadLevers } from '../../data/loadLevers.ts';
import { loadOpportunities } from '../../data/loadOpportunities.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { EventForm } from './EventForm.tsx';
import { isInScope } from '../../data/isInScope.ts';
import { LogTable } from './LogTable.tsx';
import { BreakEven } from './BreakEven.tsx';
import { HandMade } from './HandMade.tsx';
import { mayEdit } from '../../data/mayEdit.ts';
import { closedFormHref, newEventHref } from './newEventHref.ts';
import { NoLevers } from './NoLevers.tsx';
import { Opportunities } from './Opportunities.tsx';
import { RulesOfThumb } from './RulesOfThumb.tsx';
import { Savings } from './Savings.tsx';
import type { Mirror } from './useMirror.ts';
import type { Shown, ShownChange } from './useShown.ts';

interface Props {
  readonly view: View;
  readonly shown: Shown;
  readonly onShow: (change: ShownChange) => void;
  readonly mirror: Mirror;
}

/** What optimizations brought in all, the log of them, and what to look at next. */
export function OptimizationsBody({ view, shown, onShow, mirror }: Props) {
  const styles = useStyles2(getStyles);
  const loaded = useLoaded(String(view.books.lastClosedDay), loadLevers);
  const ideas = useLoaded(String(view.books.lastClosedDay), loadOpportunities);
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
  const form = mayEdit() ? shown.new : undefined;
  const record = mayEdit() ? (
    <LinkButton icon="plus" href={newEventHref({})}>
      Record an optimization
    </LinkButton>
  ) : (
    <p className={styles}>An Editor can record optimizations here; a deploy pipeline can with `ai-finops event add`.</p>
  );
  return (
    <Fading isBusy={loaded.loading}>
      <Savings levers={levers} ideas={ideas.value?.kind === 'value' ? ideas.value.value : undefined} />
      {form ? (
        <EventForm
          key={JSON.stringify(form)}
          source={view.source}
          idea={form.draft}
          onDone={(entry) => {
            locationService.push(closedFormHref());
            if (entry) {
              loaded.retry();
              mirror.onRecorded(entry, form.adopt);
            }
          }}
        />
      ) : (
        <div>{record}</div>
      )}
      <HandMade mirror={mirror} />
      <Opportunities answer={ideas.value} onRetry={ideas.retry} />
      {levers.levers.length === 0 ? (
        <EmptyState variant="call-to-action" message="No optimization is recorded yet">
          Record one here, or let the deploy pipeline do it: ai-finops event add --lever prompt_caching --feature search
          --date 2026-11-04 --owner Ana
        </EmptyState>
      ) : (
        <LogTable view={view} rows={rows} shown={shown} onShow={onShow} />
      )}
      <RulesOfThumb view={view} />
      <BreakEven view={view} />
    </Fading>
  );
}

const getStyles = (theme: GrafanaTheme2) => css({ margin: 0, color: theme.colors.text.secondary });
