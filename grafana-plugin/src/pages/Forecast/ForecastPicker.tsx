import { Combobox, InlineField, RadioButtonGroup, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import type { Choice } from '../../choice/choice.ts';
import { labelNames } from '../../components/labelNames.ts';
import { FORECAST_LABELS, type ForecastLabel } from '../../data/forecastLabel.ts';
import { loadLabelValues } from '../../data/loadLabelValues.ts';
import type { PromSource } from '../../data/promSource.ts';

interface Props {
  readonly source: PromSource;
  readonly of: { readonly label: ForecastLabel; readonly name: string } | undefined;
  readonly onChoice: (change: Partial<Choice>) => void;
}

const MOST = 200;

/** Whose cost is forecast: all of it, or one provider, team or feature. */
export function ForecastPicker({ source, of, onChoice }: Props) {
  const [picked, setPicked] = useState<ForecastLabel>();
  const label = of?.label ?? picked;
  const choose = (next: ForecastLabel | 'total') => {
    setPicked(next === 'total' ? undefined : next);
    if (of) {
      onChoice({ filters: [] });
    }
  };
  const names = async (wanted: string) => {
    const all = label ? await loadLabelValues(source, label, undefined, Date.now()) : [];
    return all
      .filter((name) => name !== '' && name.toLocaleLowerCase().includes(wanted.toLocaleLowerCase()))
      .slice(0, MOST)
      .map((name) => ({ value: name, label: name }));
  };
  return (
    <Stack gap={1} wrap="wrap" alignItems="center">
      <RadioButtonGroup
        aria-label="Forecast of"
        options={[
          { value: 'total' as const, label: 'Total' },
          ...FORECAST_LABELS.map((value) => ({ value, label: labelNames[value] })),
        ]}
        value={label ?? 'total'}
        onChange={choose}
      />
      {label && (
        <InlineField label={labelNames[label]} htmlFor="forecast-name">
          <Combobox
            id="forecast-name"
            key={label}
            width={28}
            placeholder="Which one?"
            options={names}
            value={of?.name ?? null}
            onChange={({ value }) => onChoice({ filters: [{ label, values: [value] }] })}
          />
        </InlineField>
      )}
      <span>All environments, UTC days</span>
    </Stack>
  );
}
