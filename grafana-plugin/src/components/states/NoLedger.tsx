import { EmptyState, LinkButton } from '@grafana/ui';
import React from 'react';

/** The app was not told where the ledger is, or what is there does not serve this. */
export function NoLedger({ isSet }: { readonly isSet: boolean }) {
  return (
    <EmptyState
      variant="not-found"
      message={isSet ? 'This ledger does not answer that' : 'The ledger’s address is not set'}
      button={<LinkButton href="/plugins/aifinops-app">{isSet ? 'Test it in the settings' : 'Set it'}</LinkButton>}
    >
      {isSet
        ? 'It is older than this app, or something else answers at its address. '
        : 'Single calls are rows of the ledger; Prometheus holds only their sums. '}
      An administrator of this Grafana can do it.
    </EmptyState>
  );
}
