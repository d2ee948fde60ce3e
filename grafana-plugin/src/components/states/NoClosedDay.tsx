import { Alert, Button } from '@grafana/ui';
import React from 'react';

/** The chosen days are open, or not here yet. */
export function NoClosedDay({ onWiden }: { readonly onWiden: () => void }) {
  return (
    <Alert
      severity="info"
      title="No day of this period is closed yet"
      action={
        <Button variant="secondary" onClick={onWiden}>
          Show the last 30 days
        </Button>
      }
    >
      Numbers are made of closed UTC days. A day closes some two hours after its end; today counts from tomorrow on.
    </Alert>
  );
}
