import { Alert, Button } from '@grafana/ui';
import React from 'react';

interface Props {
  readonly what: string;
  /** What the server said. */
  readonly words: string;
  readonly onRetry: () => void;
}

/** The server knows who is asking, and won't answer. */
const isRefusal = (words: string): boolean => /^40[13]\b/.test(words);

/** What failed, the server's words, and another try; where it is a matter of rights, who can give them. */
export function Failure({ what, words, onRetry }: Props) {
  const refused = isRefusal(words);
  return (
    <Alert
      title={refused ? 'You may not see these numbers' : what}
      severity={refused ? 'warning' : 'error'}
      action={
        <Button variant="secondary" icon="sync" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {refused && (
        <p>
          Your Grafana role may not query the data source they come from. An administrator can let you: Connections →
          Data sources → Permissions, or Administration → Users.
        </p>
      )}
      {words}
    </Alert>
  );
}
