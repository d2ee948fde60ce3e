import { Badge } from '@grafana/ui';
import React from 'react';
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
import { DAY_MS } from '../../queries/dayMs.ts';

interface Props {
  readonly source: PromSource;
  readonly today: number;
  readonly headline: HeadlineNumbers;
}

/** The page's answer: what the last closed day cost, and how that compares with the same weekday a week before. */
export function Headline({ source, today, headline: { day, cost, calls, weekBefore, owner } }: Props) {
  const yesterday = today - DAY_MS;
  const weekday = formatDay(day - 7 * DAY_MS);
  const before = weekBefore.kind === 'value' ? weekBefore.value : undefined;
  const value = cost.kind === 'value' ? cost.value : undefined;
  const change = formatChange(value, before);
  return (
    <NumberCard
      testId="headline"
      main
      title={
        <>
          {day === yesterday ? 'Yesterday' : 'Last closed day'} · {formatDay(day)} <Badge text="closed" color="green" />
        </>
      }
      help={
        <Help
          of={`Cost of ${formatDay(day)}`}
          definition="What the AI calls of that UTC day cost, by the time they happened, priced by the ledger. The day is closed: this number does not change any more."
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
      {day < yesterday && <Closing day={day} yesterday={yesterday} />}
    </NumberCard>
  );
}

/** Days between the last close and today: usual for some hours after midnight, a fault after that. */
function Closing({ day, yesterday }: { readonly day: number; readonly yesterday: number }) {
  const days = Math.round((yesterday - day) / DAY_MS);
  return days === 1 ? (
    <div>
      <Badge text={`${formatDay(yesterday)}: closing, provisional`} color="blue" icon="clock-nine" />
    </div>
  ) : (
    <div>
      <Badge
        text={`${days} days since are not closed: is the ledger running?`}
        color="orange"
        icon="exclamation-triangle"
      />
    </div>
  );
}
