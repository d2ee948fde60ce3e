import { RadioButtonGroup, Tooltip } from '@grafana/ui';
import React from 'react';
import type { Choice } from '../../choice/choice.ts';

interface Props {
  readonly value: Choice['basis'];
  /** Why there is nothing to choose; undefined: there is. */
  readonly why: string | undefined;
  readonly onChange: (basis: Choice['basis']) => void;
}

const OPTIONS = [
  { value: 'estimate' as const, label: 'Estimate' },
  { value: 'bill' as const, label: 'Calibrated to the bill' },
];
const MEANING =
  'Estimate: what the ledger priced, call by call. Calibrated: each provider’s cost of a month times its final bill by the estimate of that month, of what both know, or times the newest where a month has none; tax, credits and calls nobody recorded are not in it.';

/** What the numbers rest on: the ledger's own prices, or those as the bills have them. */
export function BasisSwitch({ value, why, onChange }: Props) {
  const words = why ?? MEANING;
  return (
    <Tooltip content={words}>
      <div>
        <RadioButtonGroup
          aria-label={`Basis. ${words}`}
          options={OPTIONS}
          disabledOptions={why === undefined ? [] : ['bill']}
          value={why === undefined ? value : 'estimate'}
          onChange={onChange}
        />
      </div>
    </Tooltip>
  );
}
