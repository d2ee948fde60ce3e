import { EmptyState, LinkButton } from '@grafana/ui';
import React from 'react';
import { Failure } from '../../components/states/Failure.tsx';
import type { LedgerAnswer } from '../../data/askLedger.ts';

interface Props {
  readonly answer: Exclude<LedgerAnswer<unknown>, { kind: 'value' }>;
  readonly onRetry: () => void;
}

/** The ledger did not say what optimizations did: why, and who can do something about it. */
export function NoLevers({ answer, onRetry }: Props) {
  return answer.kind === 'failed' ? (
    <Failure what="The ledger did not answer" words={answer.words} onRetry={onRetry} />
  ) : (
    <EmptyState
      variant="not-found"
      message="The ledger has none of this"
      button={<LinkButton href="/plugins/aifinops-app">Open the settings</LinkButton>}
    >
      Optimizations are kept and measured by the ledger. Its address is missing in the app’s settings, it is older than
      this page, or there is no record with this id. An administrator of this Grafana can set it.
    </EmptyState>
  );
}
