import { RadioButtonGroup, Tooltip } from '@grafana/ui';
import React from 'react';

const REASON =
  'Numbers are what the ledger priced, call by call. How far they are from the bills stands on Reconciliation; they are not multiplied by it here.';

/** What the numbers rest on: the ledger's own prices. */
export function BasisSwitch() {
  return (
    <Tooltip content={REASON}>
      <div>
        <RadioButtonGroup
          aria-label={`Basis. ${REASON}`}
          options={[
            { value: 'estimate', label: 'Estimate' },
            { value: 'bill', label: 'Calibrated to the bill' },
          ]}
          disabledOptions={['bill']}
          value="estimate"
        />
      </div>
    </Tooltip>
  );
}
