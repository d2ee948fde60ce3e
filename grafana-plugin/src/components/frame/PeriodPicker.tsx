import { Input, Stack } from '@grafana/ui';
import React from 'react';
import type { NamedPeriod, Period } from '../../choice/period.ts';
import { readPeriod } from '../../choice/periodText.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import { formatDay } from '../numbers/formatDay.ts';
import { NamedCombobox } from '../NamedCombobox.tsx';
import { isoDay } from '../../queries/isoDay.ts';

interface Props {
  readonly value: Period;
  readonly lastDay: number;
  readonly onChange: (period: Period) => void;
}

const NAMES: Readonly<Record<NamedPeriod, string>> = {
  yesterday: 'Yesterday',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
  month: 'Month to date',
  'last-month': 'Last month',
};

/** Whole closed UTC days: never minutes, never today. */
export function PeriodPicker({ value, lastDay, onChange }: Props) {
  const named = Object.entries(NAMES).map(([name, label]) => ({
    value: name,
    label,
    ...(name === 'yesterday' && { description: formatDay(lastDay) }),
  }));
  return (
    <Stack gap={1} wrap="wrap">
      <NamedCombobox
        name="Period"
        width={18}
        options={[...named, { value: 'custom', label: 'Custom days' }]}
        value={typeof value === 'string' ? value : 'custom'}
        onChange={(option) =>
          onChange(readPeriod(option.value) ?? { from: isoDay(lastDay - 13 * DAY_MS), to: isoDay(lastDay) })
        }
      />
      {typeof value === 'object' && (
        <>
          <DayInput
            label="From"
            value={value.from}
            max={value.to}
            onChange={(from) => onChange({ from, to: value.to < from ? from : value.to })}
          />
          <DayInput
            label="To"
            value={value.to}
            max={isoDay(lastDay)}
            onChange={(to) => onChange({ from: value.from > to ? to : value.from, to })}
          />
        </>
      )}
    </Stack>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string;
  readonly max: string;
  readonly onChange: (day: string) => void;
}

function DayInput({ label, value, max, onChange }: DayProps) {
  return (
    <Input
      type="date"
      width={18}
      aria-label={`${label}, UTC day`}
      value={value}
      max={max}
      onChange={({ currentTarget }) => currentTarget.value !== '' && onChange(currentTarget.value)}
    />
  );
}
