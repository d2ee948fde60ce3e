import React from 'react';
import { NumberCard } from '../../components/NumberCard.tsx';

/** What the month will have cost at its end: the ledger's forecast, where it makes one. */
export function OutlookCard() {
  return (
    <NumberCard testId="outlook" title="Month end (outlook)" value="no forecast">
      <p>The ledger does not forecast yet. Until it does, the month to date and its budget are what is known.</p>
    </NumberCard>
  );
}
