import { EmptyState, LinkButton } from '@grafana/ui';
import React from 'react';

/** There is no Prometheus to ask, or the one that was chosen is gone. */
export function NoDataSource({ missingUid }: { readonly missingUid: string | undefined }) {
  return (
    <EmptyState
      variant="not-found"
      message={missingUid ? 'The chosen Prometheus data source is gone' : 'No Prometheus data source'}
      button={
        <LinkButton href={missingUid ? '/plugins/aifinops-app' : '/connections/datasources/prometheus'}>
          {missingUid ? 'Choose another' : 'Add Prometheus'}
        </LinkButton>
      }
    >
      {missingUid
        ? `The app is set to the data source with the uid “${missingUid}”, which Grafana does not know (or does not show to you). `
        : 'The numbers on this page are PromQL answers. Add the Prometheus (or Mimir) that scrapes the ledger. '}
      An administrator of this Grafana can do it.
    </EmptyState>
  );
}
