import type { AchievedCoverage } from '@ai-finops/ledger/analysis';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatShare } from '../../components/numbers/formatShare.ts';
import type { PastForecast } from '../../data/forecasted.ts';
import { forecastStyles } from './forecastStyles.ts';

interface Props {
  readonly past: readonly PastForecast[];
  readonly coverage: readonly AchievedCoverage[];
  readonly notes: readonly string[];
}

/** Of 80 %, on a history where neighbouring days hang together. */
const HELD_WELL = 0.7;

/** How good were we: kept forecasts against what came, and how often bounds held on this very series. */
export function HowGood({ past, coverage, notes }: Props) {
  const styles = useStyles2(forecastStyles);
  return (
    <section data-testid="how-good">
      <h3>How good were we?</h3>
      {coverage.map(({ fromAhead, throughAhead, days, shares }) => (
        <p key={fromAhead} className={styles.quiet}>
          Made again on this history, {fromAhead} to {throughAhead} days ahead: the 80 % bounds held{' '}
          {formatShare(shares[80])} of {days} days, the 95 % bounds {formatShare(shares[95])}.
        </p>
      ))}
      {coverage.some(({ shares }) => shares[80] < HELD_WELL) && (
        <p data-testid="bounds-too-narrow">
          On this history the bounds held less often than they should: take them as narrower than what may come.
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className={styles.quiet}>
          {note}
        </p>
      ))}
      {past.length === 0 ? (
        <p className={styles.quiet}>
          No forecast of it is kept yet: the ledger keeps the first one of each week, and scores it as its days close.
        </p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table} data-testid="past-forecasts">
            <thead>
              <tr>
                <th scope="col">Forecast from</th>
                <th scope="col">Days that came</th>
                <th scope="col">Off by, a day</th>
                <th scope="col">Sum against it</th>
                <th scope="col">Within 80 %</th>
                <th scope="col">Within 95 %</th>
              </tr>
            </thead>
            <tbody>
              {past.map(({ firstDay, score }) => (
                <tr key={firstDay}>
                  <th scope="row">{formatDay(Date.parse(firstDay))}</th>
                  <td>{score?.days ?? 'none yet'}</td>
                  <td>{share(score?.error)}</td>
                  <td>{signed(score?.sumError)}</td>
                  <td>{share(score?.within80)}</td>
                  <td>{share(score?.within95)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const share = (value: number | null | undefined): string => (typeof value === 'number' ? formatShare(value) : '–');
const signed = (value: number | null | undefined): string =>
  typeof value !== 'number' ? '–' : `${formatShare(Math.abs(value))} ${value < 0 ? 'less' : 'more'}`;
