import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatCount } from '../../components/numbers/formatCount.ts';
import type { CallWorking } from '../../data/callWorking.ts';

/** Component × quantity × rate = cost, with the card and its day: the ledger's own exact decimals. */
export function PriceWorking({ answer: { working, rateCard } }: { readonly answer: CallWorking }) {
  const styles = useStyles2(getStyles);
  if (working.kind !== 'priced') {
    return <p data-testid="working">{words(working)}</p>;
  }
  const { components, card, day, contracts, longContextAbove, usd, bookedUsd, isAsBooked } = working;
  return (
    <section data-testid="working">
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Component</th>
              <th scope="col">Quantity</th>
              <th scope="col">Rate, USD a million</th>
              <th scope="col">Cost, USD</th>
            </tr>
          </thead>
          <tbody>
            {components.map((line) => (
              <tr key={line.component} data-component={line.component}>
                <th scope="row">{line.component.replaceAll('_', ' ')}</th>
                <td>{formatCount(line.quantity)}</td>
                <td title={`List ${line.listPerMillion} × tier ${line.tierFactor}. Source: ${line.source}`}>
                  × {line.paidPerMillion}
                </td>
                <td>= {line.usd}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Together</th>
              <td />
              <td />
              <td data-testid="working-usd">{usd}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className={styles.note}>
        Card {card}, as in force on {day} (UTC)
        {contracts.length > 0 && `, with the contract ${contracts.map(({ id }) => id).join(', ')}`}
        {longContextAbove !== undefined && `, at the rate for prompts above ${formatCount(longContextAbove)} tokens`}.
      </p>
      {!isAsBooked && (
        <Alert severity="info" title={`Booked was ${bookedUsd ?? 'no cost: it had no price then'}`}>
          Prices changed since{rateCard !== '' && `: it was booked by ${rateCard}`}. What is booked stays; the lines
          above are by the prices of today.
        </Alert>
      )}
    </section>
  );
}

function words(working: Exclude<CallWorking['working'], { kind: 'priced' }>): string {
  switch (working.kind) {
    case 'provider':
      return `The provider said with its response that it charged $${working.usd}; how that divides is not known.`;
    case 'free':
      return 'It failed before it reached a model: it cost nothing.';
    case 'unpriced':
      return `Its cost is unknown: ${working.reason.replaceAll('_', ' ')}.`;
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflowX: 'auto' }),
  table: css({
    width: '100%',
    fontVariantNumeric: 'tabular-nums',
    'th, td': { padding: theme.spacing(0.5, 1), textAlign: 'right', fontWeight: theme.typography.fontWeightRegular },
    'th:first-child': { textAlign: 'left' },
    'thead th': { color: theme.colors.text.secondary },
    'tbody tr': { borderBottom: `1px solid ${theme.colors.border.weak}` },
    'tfoot th, tfoot td': { fontWeight: theme.typography.fontWeightBold },
  }),
  note: css({ margin: theme.spacing(1, 0), color: theme.colors.text.secondary }),
});
