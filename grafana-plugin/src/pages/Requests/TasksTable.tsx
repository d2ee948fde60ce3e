import React from 'react';
import { Fading } from '../../components/Fading.tsx';
import { pageHref } from '../../components/frame/pageHref.ts';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatNano } from '../../components/numbers/formatNano.ts';
import { formatTime } from '../../components/numbers/formatTime.ts';
import { LedgerFailure } from '../../components/states/LedgerFailure.tsx';
import { NoLedger } from '../../components/states/NoLedger.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/DataTable.tsx';
import type { AgentTask } from '../../data/agentTask.ts';
import { callParams } from '../../data/callParams.ts';
import { loadTasks } from '../../data/loadTasks.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import type { RequestsView } from './requestsView.ts';

/** Agent tasks by what they cost; a task leads to its calls. */
export function TasksTable({ scope, choice, onChoice }: RequestsView) {
  const { time, task } = choice;
  const tasks = useLoaded(JSON.stringify([scope, time, task]), (signal) =>
    loadTasks(callParams(scope, time, task, Date.now()), signal)
  );
  if (tasks.failed !== undefined) {
    return <LedgerFailure words={tasks.failed} onRetry={tasks.retry} />;
  }
  const answer = tasks.value;
  if (!answer) {
    return <p role="status">Loading tasks …</p>;
  }
  if (answer.kind !== 'value') {
    return answer.kind === 'absent' ? <NoLedger isSet /> : <LedgerFailure words={answer.words} onRetry={tasks.retry} />;
  }
  const rows = answer.value;
  if (rows.length === 0) {
    return (
      <p data-testid="no-tasks">
        No call here names an agent task. Name it where the agent starts, and its calls are one row:{' '}
        <code>{'withAttribution({ task: runId }, () => agent.run())'}</code>
      </p>
    );
  }
  const calls = rows.reduce((sum, row) => sum + BigInt(row.calls), 0n);
  const cost = rows.reduce((sum, row) => sum + BigInt(row.costNanoUsd), 0n);
  return (
    <Fading isBusy={tasks.loading}>
      <DataTable
        testId="tasks"
        title={
          <span>
            {rows.length === 500 ? 'The 500 dearest tasks' : `${formatCount(rows.length)} tasks`}:{' '}
            {formatNano(cost / BigInt(rows.length))} and {(Number(calls) / rows.length).toFixed(1)} calls a task
          </span>
        }
        rows={rows}
        columns={COLUMNS}
        nameOf={(row) => row.task}
        hrefOf={(row) =>
          pageHref('requests', { ...choice, task: row.task, tab: 'calls', sort: '', find: '', cursor: undefined })
        }
        sort={choice.sort}
        ownSort="-cost"
        onSort={(sort) => onChoice({ sort })}
        find={choice.find}
        onFind={(find) => onChoice({ find })}
        csvFile="ai-agent-tasks.csv"
      />
    </Fading>
  );
}

const perCall = ({ costNanoUsd, calls, unpriced }: AgentTask): number | undefined =>
  calls === unpriced ? undefined : Number(costNanoUsd) / Number(BigInt(calls) - BigInt(unpriced));

const COLUMNS: readonly Column<AgentTask>[] = [
  { id: 'task', label: 'Task', isText: true, value: ({ task }) => task, show: ({ task }) => task },
  {
    id: 'cost',
    csvName: 'cost_nano_usd',
    label: 'Cost, USD',
    value: ({ costNanoUsd }) => Number(costNanoUsd),
    show: ({ costNanoUsd, calls, unpriced }) => formatNano(calls === unpriced ? null : costNanoUsd),
  },
  {
    id: 'calls',
    label: 'Calls',
    value: ({ calls }) => Number(calls),
    show: ({ calls }) => formatCount(Number(calls)),
  },
  {
    id: 'perCall',
    csvName: 'cost_nano_usd_per_call',
    label: 'Cost a call',
    value: perCall,
    show: (row) => formatNano(perCall(row) === undefined ? null : BigInt(Math.round(perCall(row) ?? 0))),
  },
  {
    id: 'unpriced',
    label: 'Unpriced',
    isMinor: true,
    value: ({ unpriced }) => Number(unpriced),
    show: ({ unpriced }) => formatCount(Number(unpriced)),
  },
  {
    id: 'feature',
    label: 'Feature',
    isText: true,
    value: ({ feature }) => feature ?? undefined,
    show: ({ feature }) => feature ?? 'several',
  },
  {
    id: 'tenant',
    label: 'Tenant',
    isText: true,
    value: ({ tenant }) => tenant ?? undefined,
    show: ({ tenant }) => tenant ?? 'several',
  },
  {
    id: 'first',
    csvName: 'first_utc',
    label: 'First call (UTC)',
    isText: true,
    isMinor: true,
    value: ({ first }) => first,
    show: ({ first }) => formatTime(first),
  },
  {
    id: 'last',
    csvName: 'last_utc',
    label: 'Last call (UTC)',
    isText: true,
    value: ({ last }) => last,
    show: ({ last }) => formatTime(last),
  },
];
