import { Alert, Button } from '@grafana/ui';
import React from 'react';

interface Props {
  /** What the ledger, or Grafana on the way to it, said. */
  readonly words: string;
  readonly onRetry: () => void;
}

const REASONS: readonly (readonly [RegExp, string, string])[] = [
  [
    /^40[13]\b/,
    'You may not see these numbers',
    'The ledger wants a token, or your Grafana role may not ask it. An administrator can check the token in the app’s settings, and your role under Administration → Users.',
  ],
  [
    /^50[24]\b/,
    'Grafana does not reach the ledger',
    'It is down, or its address in the app’s settings is not one that Grafana’s server reaches. Money is booked all the same once it is back.',
  ],
  [/^400\b/, 'The ledger can’t answer that', 'Ask for fewer days, or filter by less.'],
];

/** Why the ledger gave no numbers, its words, and another try. */
export function LedgerFailure({ words, onRetry }: Props) {
  const [, title, advice] = REASONS.find(([pattern]) => pattern.test(words)) ?? [];
  return (
    <Alert
      severity="error"
      title={title ?? 'The ledger did not answer'}
      action={
        <Button variant="secondary" icon="sync" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {advice !== undefined && <p>{advice}</p>}
      {words}
    </Alert>
  );
}
