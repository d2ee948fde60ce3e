import { Alert, Button } from '@grafana/ui';
import React from 'react';
import type { Answer } from '../../data/answer.ts';
import type { Breakdown } from '../../data/breakdown.ts';
import type { HeadlineNumbers } from '../../data/headlineNumbers.ts';
import type { OpenDay } from '../../data/openDay.ts';

interface Props {
  readonly headline: HeadlineNumbers;
  readonly breakdown: Breakdown;
  readonly openDay: OpenDay | undefined;
  readonly onRetry: () => void;
}

/** Says how much of the page has no answer, and in whose words; nothing where all of it has. */
export function PartialNotice({ headline, breakdown, openDay, onRetry }: Props) {
  const answers: (Answer<unknown> | undefined)[] = [
    headline.cost,
    headline.calls,
    headline.weekBefore,
    headline.month?.cost,
    headline.owner,
    headline.budget,
    headline.unallocated,
    headline.unpriced,
    openDay?.cost,
    openDay?.requests,
    openDay?.costBy,
  ];
  const words = [
    ...answers.flatMap((answer) => (answer?.kind === 'failed' ? [answer.words] : [])),
    ...breakdown.failures,
  ];
  if (words.length === 0) {
    return null;
  }
  return (
    <Alert
      severity="warning"
      title={words.length === 1 ? 'One question got no answer' : `${words.length} questions got no answer`}
      action={
        <Button variant="secondary" icon="sync" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {[...new Set(words)].map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Alert>
  );
}
