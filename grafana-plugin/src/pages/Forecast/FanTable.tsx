import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { FanDay } from '../../components/fan/fanDays.ts';
import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { downloadCsv } from '../../components/table/downloadCsv.ts';
import { toCsv } from '../../components/table/toCsv.ts';
import { forecastStyles } from './forecastStyles.ts';
import { isoDay } from '../../queries/isoDay.ts';

const COLUMNS = [
  ['actual', 'Actual'],
  ['usd', 'Forecast'],
  ['low80', '80 % low'],
  ['high80', '80 % high'],
  ['low95', '95 % low'],
  ['high95', '95 % high'],
] as const;

interface Props {
  readonly days: readonly FanDay[];
  readonly isCalibrated: boolean;
}

/** The fan for those who would rather read it. */
export function FanTable({ days, isCalibrated }: Props) {
  const styles = useStyles2(forecastStyles);
  const csv = () =>
    toCsv([
      ['day', ...COLUMNS.map(([key]) => `${key}_usd`)],
      ...days.map((day) => [isoDay(day.atMs), ...COLUMNS.map(([key]) => day[key])]),
    ]);
  return (
    <div>
      <Button
        size="sm"
        variant="secondary"
        icon="download-alt"
        onClick={() => downloadCsv(`forecast${isCalibrated ? '-calibrated' : ''}.csv`, csv())}
      >
        CSV
      </Button>
      <div
        className={styles.scroll}
        style={{ maxHeight: 340, overflowY: 'auto' }}
        tabIndex={0}
        role="region"
        aria-label="Forecast, as a table"
      >
        <table className={styles.table} data-testid="fan-table">
          <thead>
            <tr>
              <th scope="col">Day (UTC), USD</th>
              {COLUMNS.map(([key, label]) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.atMs}>
                <th scope="row">{formatDay(day.atMs)}</th>
                {COLUMNS.map(([key]) => {
                  const usd = day[key];
                  return <td key={key}>{usd === undefined ? '–' : formatMoney(usd)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
