import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import { Failure } from '../../components/states/Failure.tsx';
import type { ForecastLabel } from '../../data/forecastLabel.ts';
import { loadCommitments, type CommittedProvider } from '../../data/loadCommitments.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { commitmentEnd, coveredWords } from './commitmentWords.ts';
import { forecastStyles } from './forecastStyles.ts';

interface Props {
  readonly of: { readonly label: ForecastLabel; readonly name: string } | undefined;
  readonly lastClosedDay: number;
}

const EXAMPLE = `commitments:
  - { provider: openai, usd: '480000', from: 2026-07-01, to: 2027-07-01 }`;

/** What is paid for whether it is used or not, against what is forecast. Commitments are to providers: of others nothing. */
export function Commitments({ of, lastClosedDay }: Props) {
  const styles = useStyles2(getStyles);
  const isShown = of === undefined || of.label === 'provider';
  const loaded = useLoaded(JSON.stringify([of, lastClosedDay]), async (signal) =>
    isShown ? loadCommitments(of?.name, signal) : undefined
  );
  const answer = loaded.value;
  if (!isShown || answer?.kind === 'absent') {
    return null;
  }
  const failed = loaded.failed ?? (answer?.kind === 'failed' ? answer.words : undefined);
  return (
    <section aria-label="Commitments">
      <h3>What do commitments cover?</h3>
      {failed !== undefined && <Failure what="Commitments could not be loaded" words={failed} onRetry={loaded.retry} />}
      {!answer && failed === undefined && <p className={styles.quiet}>Commitments are being looked up …</p>}
      {answer?.kind === 'value' && answer.value.length === 0 && (
        <>
          <p className={styles.quiet} data-testid="no-commitments">
            No commitment{of ? ` to ${of.name}` : ''} is known. What is paid to a provider whether it is used or not
            goes into the owners file; bills that say what a purchase is for need nothing.
          </p>
          <pre>{EXAMPLE}</pre>
        </>
      )}
      {answer?.kind === 'value' && answer.value.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table} data-testid="commitments">
            <thead>
              <tr>
                <th scope="col">Provider</th>
                <th scope="col">Committed, USD</th>
                <th scope="col">Used, USD</th>
                <th scope="col">Of the forecast covered</th>
                <th scope="col">Used up, or left idle</th>
              </tr>
            </thead>
            <tbody>
              {answer.value.map((one) => (
                <Row key={`${one.provider} ${one.from} ${one.through}`} one={one} />
              ))}
            </tbody>
          </table>
          <p className={styles.quiet}>
            Every call at the provider draws on it, at what the ledger priced it. Ranges hold in 80 of 100 cases; usage
            as it is.
          </p>
        </div>
      )}
    </section>
  );
}

function Row({ one: { provider, usd, from, through, source, outlook } }: { readonly one: CommittedProvider }) {
  const styles = useStyles2(getStyles);
  const day = (at: string) => `${formatDay(Date.parse(at))} ${at.slice(0, 4)}`;
  return (
    <tr>
      <th scope="row" className={styles.words}>
        {provider}
        <span className={styles.bounds}>
          {day(from)} – {day(through)}, {source === 'bill' ? 'from its bill' : 'owners file'}
        </span>
      </th>
      <td>{formatMoneyShort(usd)}</td>
      {typeof outlook === 'string' ? (
        <td colSpan={3} className={styles.words}>
          Not known: {outlook}
        </td>
      ) : (
        <>
          <td>{formatMoneyShort(outlook.used)}</td>
          <td>
            {coveredWords(outlook)}
            <span className={styles.bounds}>
              of {formatMoneyShort(outlook.use.middle)} in {outlook.days} days
            </span>
          </td>
          <td className={styles.words}>{commitmentEnd(outlook)}</td>
        </>
      )}
    </tr>
  );
}

const getStyles = (theme: Parameters<typeof forecastStyles>[0]) => ({
  ...forecastStyles(theme),
  words: css({ whiteSpace: 'normal !important' as 'normal', minWidth: 220 }),
});
