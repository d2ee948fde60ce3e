import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import { Figure } from '../../components/Figure.tsx';
import { Help } from '../../components/Help.tsx';
import { NumberCard } from '../../components/NumberCard.tsx';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatShare } from '../../components/numbers/formatShare.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { monthWords } from '../../components/numbers/monthWords.ts';
import { APP_ID } from '../../data/appId.ts';
import type { HeadlineNumbers } from '../../data/headlineNumbers.ts';
import { mapAnswer } from '../../data/mapAnswer.ts';
import type { PromSource } from '../../data/promSource.ts';
import { valueOf } from '../../data/valueOf.ts';

interface Props {
  readonly source: PromSource;
  readonly headline: HeadlineNumbers;
}

/** How far the headline can be trusted: what nobody claims, and what has no price. */
export function TrustCard({ source, headline: { allCost, unallocated, unpriced, bill } }: Props) {
  const styles = useStyles2(getStyles);
  const total = valueOf(allCost);
  const share = mapAnswer(unallocated, (usd) => (usd === undefined || !total ? undefined : usd / total));
  return (
    <NumberCard
      testId="trust"
      title="Trust: unallocated"
      help={
        <Help
          of="Unallocated"
          definition="The share of the last closed day's cost whose calls named no feature or no team. Name them with withAttribution({ feature, team }, …) in the service."
          question={unallocated.question}
          source={source}
        />
      }
      value={<Figure answer={share} format={formatShare} />}
    >
      <p>
        <Figure answer={unallocated} format={(usd) => `${formatMoney(usd)} without a feature or team`} />
      </p>
      <p className={styles.line}>
        <Figure
          answer={unpriced}
          format={(count) => `${formatCount(count)} unpriced ${count === 1 ? 'call' : 'calls'}`}
        />
        <Help
          of="Unpriced calls"
          definition="Calls of that day whose usage or price is unknown, in every environment. They are counted here and are not in the cost."
          question={unpriced.question}
          source={source}
        />
      </p>
      <p data-testid="bill-trust">
        {bill.kind === 'value' && bill.value ? (
          <>
            ±{formatShare(bill.value.share)} to the bill of {bill.value.providers.join(', ')},{' '}
            <TextLink href={`/a/${APP_ID}/reconciliation?month=${bill.value.month}`} inline>
              {monthWords(bill.value.month)}
            </TextLink>
          </>
        ) : (
          <Figure answer={mapAnswer(bill, () => 'no bill imported')} format={(words) => words} />
        )}
      </p>
    </NumberCard>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
});
