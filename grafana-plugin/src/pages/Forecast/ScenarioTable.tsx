import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Basis } from '../../choice/basis.ts';
import { BasisMark } from '../../components/BasisMark.tsx';
import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import { forecastStyles } from './forecastStyles.ts';
import type { Scenario } from './scenarios.ts';

interface Props {
  readonly scenarios: readonly Scenario[];
  readonly chosen: number;
  /** First day of the forecast. */
  readonly today: number;
  readonly basis: Basis;
}

/** The page's answer: the next quarter and twelve months, at each usage. */
export function ScenarioTable({ scenarios, chosen, today, basis }: Props) {
  const styles = useStyles2(forecastStyles);
  const days = scenarios[0]?.path.usd.length ?? 0;
  return (
    <div className={styles.scroll}>
      <table className={styles.table} data-testid="scenarios">
        <thead>
          <tr>
            <th scope="col">Usage</th>
            <th scope="col">
              Next quarter, USD <BasisMark basis={basis} />{' '}
              <span className={styles.bounds}>
                {days} days, {formatDay(today * DAY_MS)} – {formatDay((today + days - 1) * DAY_MS)}
              </span>
              <span className={styles.bounds}>in 80 of 100 cases between</span>
            </th>
            <th scope="col">
              12 months, USD <BasisMark basis={basis} /> <span className={styles.bounds}>from next month on</span>
              <span className={styles.bounds}>level stays, trend fades or goes on: no interval</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {scenarios.map(({ usage, name, quarter, year }) => (
            <tr key={usage} data-usage={usage} aria-selected={usage === chosen}>
              <th scope="row">
                {name} {name.includes('×') ? '' : `(${usage === 0.5 ? '½' : usage}×)`}
              </th>
              <td data-column="quarter">
                <span className={styles.large}>{formatMoneyShort(quarter.usd)}</span>
                <span className={styles.bounds}>
                  {formatMoneyShort(quarter.bounds[80].low)} – {formatMoneyShort(quarter.bounds[80].high)}
                </span>
              </td>
              <td data-column="year">
                {year ? (
                  <>
                    <span className={styles.large}>{formatMoneyShort(year.middle)}</span>
                    <span className={styles.bounds}>
                      {formatMoneyShort(year.low)} – {formatMoneyShort(year.high)}
                    </span>
                  </>
                ) : (
                  'no data'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
