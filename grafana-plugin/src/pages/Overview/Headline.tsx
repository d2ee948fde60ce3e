import { Badge } from '@grafana/ui';
import React from 'react';
import type { Basis } from '../../choice/basis.ts';
import { BasisMark } from '../../components/BasisMark.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Help } from '../../components/Help.tsx';
import { NumberCard } from '../../components/NumberCard.tsx';
import { formatChange } from '../../components/numbers/formatChange.ts';
import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatUnitCost } from '../../components/numbers/formatUnitCost.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import type { HeadlineNumbers } from '../../data/headlineNumbers.ts';
import type { PromSource } from '../../data/promSource.ts';
import { valueOf } from '../../data/valueOf.ts';
import { DAY_MS } from '../../queries/dayMs.ts';

const CLOSED = { text: 'closed', color: 'green' } as const;
const PROVISIONAL = { text: 'closing, provisional', color: 'blue', icon: 'clock-nine' } as const;

interface Props {
  readonly source: PromSource;
  readonly basis: Basis;
  readonly headline: HeadlineNumbers;
}

/** The page's answer: what the last closed day cost, and how that compares with the same weekday a week before. */
export function Headline({ source, basis, headline }: Props) {
  const { day, state, cost, calls, weekBefore, owner } = headline;
  const weekday = formatDay(day - 7 * DAY_MS);
  const before = valueOf(weekBefore);
  const value = valueOf(cost);
  const change = formatChange(value, before);
  return (
    <NumberCard
      testId="headline"
      main
      title={
        <>
          {state === 'late' ? 'Last closed day' : 'Yesterday'} · {formatDay(day)}{' '}
          <Badge {...(state === 'closing' ? PROVISIONAL : CLOSED)} />{' '}
          {state === 'closing' ? null : <BasisMark basis={basis} days={{ firstDay: day, lastDay: day }} />}
        </>
      }
      help={
        <Help
          of={`Cost of ${formatDay(day)}`}
          definition={`What the AI calls of that UTC day cost, by the time they happened, priced by the ledger. ${state === 'closing' ? 'The day is over but not closed: this is what was known at midnight. Calls that end or arrive later still count.' : 'The day is closed: this number does not change any more.'}`}
          question={cost.question}
          also={{ 'A week before': weekBefore.question, Calls: calls.question, Owner: owner.question }}
          source={source}
        />
      }
      value={<Figure answer={cost} format={formatMoney} />}
    >
      <p data-testid="headline-change">
        {change === undefined || before === undefined
          ? `No close for ${weekday} to compare with`
          : `${change} vs ${weekday} (${formatMoney(before)})`}
      </p>
      <p>
        <Figure
          answer={calls}
          format={(count) =>
            `${formatCount(count)} calls${value && count ? `, ${formatUnitCost(value / count)} a call` : ''}`
          }
        />
      </p>
      {owner.kind === 'value' && owner.value && (
        <p data-testid="headline-owner">owner {[owner.value.owner, owner.value.team].filter(Boolean).join(' · ')}</p>
      )}
      {state === 'late' && (
        <Badge text="Days since are not closed: is the ledger running?" color="orange" icon="exclamation-triangle" />
      )}
    </NumberCard>
  );
}
