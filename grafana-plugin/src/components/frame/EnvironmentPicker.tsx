import { Combobox, InlineField } from '@grafana/ui';
import React from 'react';

interface Props {
  readonly environments: readonly string[];
  /** undefined: all of them. */
  readonly value: string | undefined;
  readonly onChange: (environment: string | undefined) => void;
}

/** Which environment's cost the page shows. */
export function EnvironmentPicker({ environments, value, onChange }: Props) {
  const known = value === undefined || environments.includes(value) ? environments : [...environments, value];
  return (
    <InlineField label="Environment" htmlFor="environment">
      <Combobox
        id="environment"
        width={18}
        options={[
          ...known.map((environment) => ({ value: environment, label: environment })),
          { value: '', label: 'All environments' },
        ]}
        value={value ?? ''}
        onChange={(option) => onChange(option.value === '' ? undefined : option.value)}
      />
    </InlineField>
  );
}
