import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { formatShare } from '../../components/numbers/formatShare.ts';
import type { ProviderBill } from '../../data/reconciliation.ts';
import type { Signoff } from '../../data/signoff.ts';
import { BillWaterfall } from '../../components/bill/BillWaterfall.tsx';
import { SignOff } from './SignOff.tsx';
import { usdOf } from '../../components/numbers/usdOf.ts';

interface Props {
  readonly month: string;
  readonly bill: ProviderBill;
  readonly signoff: Signoff | undefined;
  readonly onChanged: () => void;
}

const AGREES = { green: 'agrees', amber: 'look at it', red: 'does not agree' } as const;
const COLOR = { green: 'green', amber: 'orange', red: 'red' } as const;

/** A provider's bill: what it says, how well we agree, the way from our number to it, and the signature. */
export function ProviderCard({ month, bill, signoff, onChanged }: Props) {
  const styles = useStyles2(getStyles);
  const { provider, state, status, billNanoUsd, coverage, importedAt, source, revision } = bill;
  return (
    <section className={styles.card} aria-label={`Bill of ${provider}`} data-testid={`bill-${provider}`}>
      <header className={styles.header}>
        <h2>{provider}</h2>
        <Badge text={signoff?.state === 'signed' ? 'signed' : state} color={state === 'final' ? 'blue' : 'orange'} />
        <Badge text={AGREES[status]} color={COLOR[status]} />
      </header>
      <strong className={styles.value} data-testid={`bill-value-${provider}`}>
        {formatMoney(usdOf(billNanoUsd))}
      </strong>
      <p className={styles.note}>
        {coverage === null ? 'no usage billed' : `${formatShare(coverage)} of the billed usage was recorded`} · revision{' '}
        {revision} from {source}, {importedAt.slice(0, 10)}
      </p>
      <BillWaterfall bill={bill} />
      <SignOff month={month} bill={bill} signoff={signoff} onChanged={onChanged} />
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  header: css({ display: 'flex', gap: theme.spacing(1), alignItems: 'center', h2: { margin: 0, fontSize: 18 } }),
  value: css({ fontSize: 32, fontVariantNumeric: 'tabular-nums' }),
  note: css({ color: theme.colors.text.secondary }),
});
