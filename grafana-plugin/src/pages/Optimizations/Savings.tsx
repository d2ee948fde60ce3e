import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { fiveCards } from '../../components/fiveCards.ts';
import { NumberCard } from '../../components/NumberCard.tsx';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import type { Bounded, Levers } from '../../data/lever.ts';
import type { Opportunities } from '../../data/opportunity.ts';
import { verdictWords } from './verdictWords.ts';

const bounds = ({ low, high }: Bounded) => `${formatMoneyShort(low)} to ${formatMoneyShort(high)}, 95\u202f%`;

interface Props {
  readonly levers: Levers;
  /** Undefined until they are known, and where they are not. */
  readonly ideas: Opportunities | undefined;
}

/** What all optimizations with a verdict brought, against what was expected of all of them. */
export function Savings({ levers: { levers, saved, annual, expectedUsdPerYear }, ideas }: Props) {
  const cards = useStyles2(fiveCards);
  const open = levers.filter(({ event }) => event.state !== 'withdrawn');
  const count = (words: string) => open.filter((lever) => verdictWords(lever).words === words).length;
  const hasVerdict = open.some(({ impact }) => impact.saved !== null || impact.state === 'not_separable');
  return (
    <div className={cards}>
      <NumberCard
        testId="realised"
        title="Realised to date"
        main
        value={hasVerdict ? formatMoneyShort(saved.usd) : 'no verdict yet'}
      >
        {hasVerdict && <p>{bounds(saved)}</p>}
      </NumberCard>
      <NumberCard
        testId="annualised"
        title="Annualised"
        value={hasVerdict ? formatMoneyShort(annual.usd) : 'no verdict yet'}
      >
        {hasVerdict && <p>{bounds(annual)}, at the volume and prices since</p>}
      </NumberCard>
      <NumberCard
        testId="expected"
        title="Expected a year"
        value={expectedUsdPerYear > 0 ? formatMoneyShort(expectedUsdPerYear) : 'nothing announced'}
      >
        <p>What the records announced</p>
      </NumberCard>
      {ideas && (
        <NumberCard testId="open-ideas" title="Open ideas, a month" value={formatMoneyShort(ideas.total.usd)}>
          <p>
            {formatMoneyShort(ideas.total.low)} to {formatMoneyShort(ideas.total.high)}, of{' '}
            {formatMoneyShort(ideas.spentUsdPerMonth)} spent
          </p>
        </NumberCard>
      )}
      <NumberCard testId="verdicts" title="Verdicts" value={`${count('working')} of ${open.length} working`}>
        <p>
          {count('not proven')} not proven · {count('harmful')} harmful · {count('flip back')} to flip back
        </p>
      </NumberCard>
    </div>
  );
}
