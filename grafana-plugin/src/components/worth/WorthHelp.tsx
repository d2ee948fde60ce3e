import { IconButton, Toggletip } from '@grafana/ui';
import React from 'react';

/** What a column means. Its numbers are the ledger's own: GET /api/v1/economics. */
export function WorthHelp({ of, children }: { readonly of: string; readonly children: string }) {
  return (
    <Toggletip
      title={of}
      content={
        <div style={{ maxWidth: 420 }}>
          <p>{children}</p>
          <p>
            Asked of the ledger: <code>GET /api/v1/economics</code>
          </p>
        </div>
      }
    >
      <IconButton name="question-circle" size="sm" aria-label={`What is “${of}”?`} />
    </Toggletip>
  );
}
