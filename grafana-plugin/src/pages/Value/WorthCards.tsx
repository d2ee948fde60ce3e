import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { NumberCard } from '../../components/NumberCard.tsx';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import { formatShare } from '../../components/numbers/formatShare.ts';
import { usdOf } from '../../components/numbers/usdOf.ts';
import type { Worth } from './worthOf.ts';

interface Props {
  readonly worth: Worth;
  readonly rows: number;
  /** `features` or `tenants`. */
  readonly who: string;
  readonly days: string;
  /** What the costs rest on; below them, so that figures stand in a line. */
  readonly basis: ReactNode;
  /** Where the value is from. */
  readonly children: ReactNode;
}

/** The answer: what it was worth, less what it cost, and how much of that loses money. */
export function WorthCards({ worth, rows, who, days, basis, children }: Props) {
  const styles = useStyles2(getStyles);
  const { value, spend, known, losing, lostPerMonth } = worth;
  const [worthUsd, spendUsd, margin] = [usdOf(value), usdOf(spend), usdOf(value - spend)];
  return (
    <div className={styles.cards}>
      <NumberCard
        testId="worth-margin"
        main
        title={`Margin, ${days}`}
        value={known === 0 ? 'not known' : formatMoney(margin)}
      >
        {known === 0 ? (
          <p>Nobody said yet what it is worth</p>
        ) : (
          <p>
            {worthUsd > 0 && `${formatShare(margin / worthUsd)} of its worth. `}Of {known} of {rows} {who}
          </p>
        )}
        {basis}
      </NumberCard>
      <NumberCard testId="worth-value" title="Worth" value={known === 0 ? 'not known' : formatMoney(worthUsd)}>
        {children}
      </NumberCard>
      <NumberCard
        testId="worth-spend"
        title="Cost of the same"
        value={known === 0 ? 'not known' : formatMoney(spendUsd)}
      >
        <p>Days and {who} whose worth is known</p>
        {basis}
      </NumberCard>
      <NumberCard
        testId="worth-losing"
        title="Loses money"
        value={
          losing === 0 ? (
            known === 0 ? (
              'not known'
            ) : (
              'nothing'
            )
          ) : (
            <span className={styles.loss}>
              {losing} of {known}
            </span>
          )
        }
      >
        <p>
          {losing > 0 ? `${formatMoneyShort(usdOf(lostPerMonth))} a month together` : 'In the last seven known days'}
        </p>
        {basis}
      </NumberCard>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  cards: css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@container page (min-width: 560px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    '@container page (min-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1.5fr) repeat(3, minmax(0, 1fr))' },
  }),
  loss: css({ color: theme.colors.error.text }),
});
