import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { View } from '../../components/frame/view.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import type { ReconciledMonth } from '../../data/loadReconciliation.ts';
import { CellsTable } from './CellsTable.tsx';
import { Chargeback } from './Chargeback.tsx';
import { ProviderCard } from './ProviderCard.tsx';
import { usdOf } from '../../components/numbers/usdOf.ts';
import { WhatToFix } from './WhatToFix.tsx';

interface Props {
  readonly month: string;
  readonly answer: ReconciledMonth;
  readonly view: View;
  readonly onChanged: () => void;
}

/** A month: each provider's bill, what to fix, every cell, who pays. */
export function MonthAnswer({ month, answer, view, onChanged }: Props) {
  const styles = useStyles2(getStyles);
  const { owner, providers, withoutBill, signoffs } = answer;
  return (
    <>
      {providers.length === 0 && (
        <Alert severity="info" title="No bill of this month was imported">
          Choose another month, or import it: ai-finops bills import bill.csv
        </Alert>
      )}
      <div className={styles.cards}>
        {providers.map((bill) => (
          <ProviderCard
            key={bill.provider}
            month={month}
            bill={bill}
            signoff={signoffs.get(bill.provider)}
            onChanged={onChanged}
          />
        ))}
      </div>
      {withoutBill.length > 0 && (
        <p className={styles.note} data-testid="without-bill">
          Without a bill:{' '}
          {withoutBill
            .map(
              ({ provider, estimateNanoUsd, isSelfHosted }) =>
                `${provider}, estimated ${formatMoney(usdOf(estimateNanoUsd))}` +
                (isSelfHosted ? ' (self-hosted, no bill expected)' : '')
            )
            .join(' · ')}
        </p>
      )}
      {providers.length > 0 && (
        <>
          <WhatToFix month={month} providers={providers} owner={owner} />
          <CellsTable month={month} providers={providers} view={view} />
          <Chargeback month={month} view={view} />
        </>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  cards: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(420px, 1fr))',
    gap: theme.spacing(2),
    margin: theme.spacing(2, 0),
  }),
  note: css({ color: theme.colors.text.secondary }),
});
