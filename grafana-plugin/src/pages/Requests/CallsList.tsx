import { Button, Stack } from '@grafana/ui';
import React from 'react';
import { Fading } from '../../components/Fading.tsx';
import { LedgerFailure } from '../../components/states/LedgerFailure.tsx';
import { NoLedger } from '../../components/states/NoLedger.tsx';
import { downloadCsv } from '../../components/table/downloadCsv.ts';
import { readSort } from '../../components/table/readSort.ts';
import { tableCsv } from '../../components/table/tableCsv.ts';
import { callParams } from '../../data/callParams.ts';
import { loadCalls } from '../../data/loadCalls.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { CALL_COLUMNS } from './callColumns.ts';
import { CallsTable } from './CallsTable.tsx';
import { csvColumns } from './csvColumns.ts';
import type { RequestsView } from './requestsView.ts';

/** One page of calls, in the ledger's order; the next one is asked for by cursor, which is in the URL. */
export function CallsList({ scope, choice, onChoice }: RequestsView) {
  const { time, task, cursor } = choice;
  const { id, isDescending } = readSort(choice.sort, ['cost', 'time'], '-cost');
  const sort = id === 'time' ? 'time' : 'cost';
  const page = useLoaded(JSON.stringify([scope, time, task, sort, isDescending, cursor]), (signal) =>
    loadCalls(callParams(scope, time, task, Date.now()), { sort, isAscending: !isDescending, cursor }, signal)
  );
  if (page.failed !== undefined) {
    return <LedgerFailure words={page.failed} onRetry={page.retry} />;
  }
  const answer = page.value;
  if (!answer) {
    return <p role="status">Loading calls …</p>;
  }
  if (answer.kind !== 'value') {
    return answer.kind === 'absent' ? <NoLedger isSet /> : <LedgerFailure words={answer.words} onRetry={page.retry} />;
  }
  const { calls, next } = answer.value;
  return (
    <Fading isBusy={page.loading}>
      <Stack alignItems="center" justifyContent="space-between">
        <span>
          {cursor === undefined ? 'The first' : 'The next'} {calls.length},{' '}
          {sort === 'cost'
            ? isDescending
              ? 'the dearest first'
              : 'the cheapest first'
            : isDescending
              ? 'the latest first'
              : 'the earliest first'}
        </span>
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          icon="download-alt"
          onClick={() => downloadCsv('ai-calls.csv', tableCsv(csvColumns(CALL_COLUMNS), calls))}
        >
          CSV
        </Button>
      </Stack>
      <CallsTable
        calls={calls}
        choice={choice}
        sort={sort}
        isDescending={isDescending}
        onSort={(chosen) => onChoice({ sort: chosen })}
        onOpen={(call) => onChoice({ cursor, call })}
      />
      <Stack gap={1}>
        {cursor !== undefined && (
          <Button size="sm" variant="secondary" onClick={() => onChoice({ cursor: undefined })}>
            First page
          </Button>
        )}
        <Button
          size="sm"
          variant="secondary"
          disabled={next === undefined || page.loading}
          onClick={() => onChoice({ cursor: next })}
        >
          Next page
        </Button>
      </Stack>
    </Fading>
  );
}
