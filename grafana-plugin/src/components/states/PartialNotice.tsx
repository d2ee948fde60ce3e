import { Alert, Button } from '@grafana/ui';
import React from 'react';
import type { Answer } from '../../data/answer.ts';

interface Props {
  readonly answers: readonly (Answer<unknown> | undefined)[];
  readonly onRetry: () => void;
}

/** Says how much of the page has no answer, and in whose words; nothing where all of it has. */
export function PartialNotice({ answers, onRetry }: Props) {
  const asked = answers.filter((answer) => answer !== undefined);
  const words = asked.flatMap((answer) => (answer.kind === 'failed' ? [answer.words] : []));
  if (words.length === 0) {
    return null;
  }
  return (
    <Alert
      severity="warning"
      title={
        words.length === 1 ? 'One question got no answer' : `${words.length} of ${asked.length} questions got no answer`
      }
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
