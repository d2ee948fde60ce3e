import { Button, EmptyState } from '@grafana/ui';
import React from 'react';
import type { RequestsView } from './requestsView.ts';

/** No call matches: why that can be, and the one step that shows some. */
export function NoRequests({ view: { choice, onChoice } }: { readonly view: RequestsView }) {
  const { time, filters, task } = choice;
  const isNarrowed = filters.length > 0 || task !== undefined;
  return (
    <EmptyState
      variant="not-found"
      message="No calls here"
      button={
        isNarrowed ? (
          <Button onClick={() => onChoice({ filters: [], task: undefined })}>Remove the filters</Button>
        ) : (
          <Button disabled={time === '7d'} onClick={() => onChoice({ time: '7d' })}>
            Show the last 7 days
          </Button>
        )
      }
    >
      {isNarrowed
        ? 'None in this time matches every filter.'
        : 'None was made in this time, or their rows are older than the ledger keeps them: sums stay, single calls go.'}{' '}
      A service sends its calls after{' '}
      <code>AI_FINOPS_ENDPOINT=http://127.0.0.1:4318 node --import @ai-finops/instrumentation/register app.js</code>
    </EmptyState>
  );
}
