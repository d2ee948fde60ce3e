import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Input, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { CallTime } from '../../choice/callTime.ts';
import { readCallTime } from '../../choice/callTimeText.ts';
import type { Choice } from '../../choice/choice.ts';
import { EnvironmentPicker } from '../../components/frame/EnvironmentPicker.tsx';
import { startOfDay } from '../../queries/startOfDay.ts';
import { NamedCombobox } from '../../components/NamedCombobox.tsx';
import { PassOn } from '../../components/frame/PassOn.tsx';
import { isoDay } from '../../queries/isoDay.ts';

interface Props {
  readonly environments: readonly string[];
  readonly environment: string | undefined;
  readonly time: CallTime;
  readonly onChoice: (change: Partial<Choice>) => void;
}

const TIMES = [
  { value: '1h', label: 'Last hour' },
  { value: '24h', label: 'Last 24 hours' },
  { value: '7d', label: 'Last 7 days' },
  { value: 'custom', label: 'Custom days (UTC)' },
];

/** Environment, time, and how to pass on what one sees. */
export function RequestsControls({ environments, environment, time, onChoice }: Props) {
  const styles = useStyles2(getStyles);
  const yesterday = () => isoDay(startOfDay(Date.now()) - 1);
  return (
    <div className={styles}>
      {environments.length > 0 && (
        <EnvironmentPicker
          environments={environments}
          value={environment}
          onChange={(next) => onChoice({ environment: next ?? '' })}
        />
      )}
      <NamedCombobox
        name="Time"
        width={22}
        options={TIMES}
        value={typeof time === 'string' ? time : 'custom'}
        onChange={({ value }) => onChoice({ time: readCallTime(value) ?? { from: yesterday(), to: yesterday() } })}
      />
      {typeof time === 'object' &&
        (['from', 'to'] as const).map((end) => (
          <Input
            key={end}
            type="date"
            width={18}
            aria-label={`${end === 'from' ? 'From' : 'To'}, UTC day`}
            value={time[end]}
            onChange={({ currentTarget: { value } }) => value !== '' && onChoice({ time: moved(time, end, value) })}
          />
        ))}
      <PassOn />
    </div>
  );
}

/** One end moves the other where it would pass it. */
function moved({ from, to }: Exclude<CallTime, string>, end: 'from' | 'to', day: string): CallTime {
  return end === 'from' ? { from: day, to: to < day ? day : to } : { from: from > day ? day : from, to: day };
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    '@media print': { display: 'none' },
  });
