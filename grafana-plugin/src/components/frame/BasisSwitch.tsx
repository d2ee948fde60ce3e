import { RadioButtonGroup, Tooltip } from '@grafana/ui';
import React from 'react';

const REASON =
  'No bill is reconciled yet, so there is nothing to calibrate to. Numbers are what the ledger priced, call by call.';

/** What the numbers rest on. Until a bill is reconciled that is the ledger's own prices. */
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
