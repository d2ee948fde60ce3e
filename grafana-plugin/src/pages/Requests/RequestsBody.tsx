import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Tab, TabsBar, useStyles2 } from '@grafana/ui';
import React from 'react';
import { Fading } from '../../components/Fading.tsx';
import { LedgerFailure } from '../../components/states/LedgerFailure.tsx';
import { NoLedger } from '../../components/states/NoLedger.tsx';
import { PageSkeleton } from '../../components/states/PageSkeleton.tsx';
import { callParams } from '../../data/callParams.ts';
import { loadCallHistogram } from '../../data/loadCallHistogram.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { CallDrawer } from './CallDrawer.tsx';
import { CallsList } from './CallsList.tsx';
import { CostHistogram } from './CostHistogram.tsx';
import { NoRequests } from './NoRequests.tsx';
import { RequestsAnswer } from './RequestsAnswer.tsx';
import type { RequestsView } from './requestsView.ts';
import { TasksTable } from './TasksTable.tsx';

/** What the calls cost together, how that spreads, and the dearest of them or of the agent tasks. */
export function RequestsBody(view: RequestsView) {
  const styles = useStyles2(getStyles);
  const { scope, choice, onChoice } = view;
  const { time, task, tab, call } = choice;
  const sums = useLoaded(JSON.stringify([scope, time, task]), (signal) =>
    loadCallHistogram(callParams(scope, time, task, Date.now()), signal)
  );
  const answer = sums.value;
  if (sums.failed !== undefined) {
    return <LedgerFailure words={sums.failed} onRetry={sums.retry} />;
  }
  if (!answer) {
    return <PageSkeleton />;
  }
  if (answer.kind === 'absent') {
    return <NoLedger isSet />;
  }
  if (answer.kind === 'failed') {
    return <LedgerFailure words={answer.words} onRetry={sums.retry} />;
  }
  const histogram = answer.value;
  return (
    <div className={styles}>
      <Fading isBusy={sums.loading}>
        <RequestsAnswer view={view} histogram={histogram} onRefresh={sums.retry} />
        {histogram.calls === 0n ? (
          <NoRequests view={view} />
        ) : (
          <>
            <CostHistogram
              histogram={histogram}
              isTable={choice.isTable}
              onTable={(isTable) => onChoice({ isTable })}
            />
            <TabsBar>
              <Tab
                label="Calls"
                active={tab === 'calls'}
                onChangeTab={() => onChoice({ tab: 'calls', sort: '', find: '' })}
              />
              <Tab
                label="Agent tasks"
                active={tab === 'tasks'}
                onChangeTab={() => onChoice({ tab: 'tasks', sort: '', find: '' })}
              />
            </TabsBar>
            {tab === 'calls' ? <CallsList {...view} /> : <TasksTable {...view} />}
          </>
        )}
      </Fading>
      {call !== undefined && <CallDrawer key={call} view={view} callKey={call} />}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    container: 'page / inline-size',
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
  });
