import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { estimateLaunch } from '@ai-finops/ledger/analysis';
import { InlineField, InlineSwitch, Input, useStyles2 } from '@grafana/ui';
import React from 'react';
import { type Assumed, type AssumedLaunch, type AssumedRange, LAUNCH_FIELDS } from '../../choice/assumed.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import { NumberInput } from '../../components/NumberInput.tsx';
import { isoDay } from '../../queries/isoDay.ts';

interface Props {
  readonly assumed: Assumed;
  readonly onAssumed: (change: Partial<Assumed>) => void;
  readonly today: number;
  readonly wrong: string | undefined;
}

const NAMES: Readonly<Record<(typeof LAUNCH_FIELDS)[number], string>> = {
  dailyUsers: 'Users a day',
  callsPerUser: 'Calls a user',
  inputTokens: 'Tokens in, a call',
  outputTokens: 'Tokens out, a call',
  inputPrice: '$ per million in',
  outputPrice: '$ per million out',
};
/** Only a start, to be overwritten: nothing of it counts before the switch is on. */
const START: AssumedLaunch = {
  dailyUsers: { low: 300, likely: 1000, high: 3000 },
  callsPerUser: { low: 2, likely: 4, high: 8 },
  inputTokens: { low: 800, likely: 1500, high: 3000 },
  outputTokens: { low: 150, likely: 300, high: 600 },
  inputPrice: { low: 0.25, likely: 0.25, high: 0.5 },
  outputPrice: { low: 2, likely: 2, high: 4 },
};
const ENDS = ['low', 'likely', 'high'] as const;

/** A feature without history: six ranges, what they make a day, and a switch that adds it to the forecast. */
export function LaunchForm({ assumed, onAssumed, today, wrong }: Props) {
  const styles = useStyles2(getStyles);
  const { launch, hasLaunch, launchDay } = assumed;
  const shown = launch ?? START;
  const estimate = estimated(shown);
  const change = (field: (typeof LAUNCH_FIELDS)[number], range: AssumedRange) =>
    onAssumed({ launch: { ...shown, [field]: range } });
  return (
    <details className={styles} open={hasLaunch || launch !== undefined} data-testid="launch">
      <summary>A new feature</summary>
      <p>Each as a range that holds in 80 of 100 cases. Start values are made up: write yours over them.</p>
      <table>
        <thead>
          <tr>
            <th />
            {ENDS.map((end) => (
              <th key={end} scope="col">
                {end}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LAUNCH_FIELDS.map((field) => (
            <tr key={field}>
              <th scope="row">{NAMES[field]}</th>
              {ENDS.map((end) => (
                <td key={end}>
                  <NumberInput
                    label={`${NAMES[field]}, ${end}`}
                    isLabelHidden
                    value={shown[field][end]}
                    min={0}
                    max={1e12}
                    onChange={(value) => change(field, { ...shown[field], [end]: value })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p data-testid="launch-estimate">
        {typeof estimate === 'string'
          ? estimate
          : `${formatMoney(estimate.usd)} a day, in 80 of 100 cases ${formatMoney(estimate.bounds[80].low)} – ${formatMoney(estimate.bounds[80].high)}`}
      </p>
      {wrong !== undefined && <p role="alert">Not added: {wrong}</p>}
      <InlineField label="From day (UTC)" htmlFor="launch-day">
        <Input
          id="launch-day"
          type="date"
          min={dayText(today)}
          value={launchDay ?? dayText(today)}
          onChange={({ currentTarget }) => onAssumed({ launchDay: currentTarget.value || undefined })}
        />
      </InlineField>
      <InlineField label="Add it to the forecast" htmlFor="launch-on">
        <InlineSwitch
          id="launch-on"
          value={hasLaunch}
          onChange={({ currentTarget }) => onAssumed({ launch: shown, hasLaunch: currentTarget.checked })}
        />
      </InlineField>
    </details>
  );
}

function estimated(launch: AssumedLaunch): ReturnType<typeof estimateLaunch> | string {
  try {
    return estimateLaunch(launch);
  } catch (error) {
    return (error as Error).message;
  }
}

const dayText = (day: number): string => isoDay(day * DAY_MS);

const getStyles = (theme: GrafanaTheme2) =>
  css({
    summary: { cursor: 'pointer', fontWeight: theme.typography.fontWeightMedium },
    table: { width: '100%', fontSize: theme.typography.bodySmall.fontSize },
    th: { fontWeight: theme.typography.fontWeightRegular, textAlign: 'left' },
    td: { padding: 1 },
    'td input': { padding: theme.spacing(0, 0.5) },
    '> p': { margin: theme.spacing(0.5, 0), color: theme.colors.text.secondary },
  });
