import { Alert, Button } from '@grafana/ui';
import React from 'react';

interface Props {
  readonly what: string;
  /** What the server said. */
  readonly words: string;
  readonly onRetry: () => void;
}

/** What failed, the server's words, and another try. */
export function Failure({ what, words, onRetry }: Props) {
  return (
    <Alert
      title={what}
      severity="error"
      action={
        <Button variant="secondary" icon="sync" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {words}
    </Alert>
  );
}
