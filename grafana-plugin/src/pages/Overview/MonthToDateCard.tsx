import React from 'react';
import type { Basis } from '../../choice/basis.ts';
import { Figure } from '../../components/Figure.tsx';
import { Help } from '../../components/Help.tsx';
import { monthLength } from '../../components/monthLength.ts';
import { NumberCard } from '../../components/NumberCard.tsx';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import type { HeadlineNumbers } from '../../data/headlineNumbers.ts';
import type { PromSource } from '../../data/promSource.ts';
import { valueOf } from '../../data/valueOf.ts';
import { BasisMark } from '../../components/BasisMark.tsx';
import { BudgetBar } from '../../components/BudgetBar.tsx';

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

interface Props {
  readonly source: PromSource;
  readonly today: number;
  readonly basis: Basis;
  readonly headline: HeadlineNumbers;
}

/** The closed days of this month; today is not in it. */
export function MonthToDateCard({ source, today, basis, headline: { month, budget } }: Props) {
  const name = MONTH.format(today);
  if (!month) {
    return (
      <NumberCard testId="month-to-date" title="Month to date" value="no data">
        <p>No day of {name} is closed yet</p>
      </NumberCard>
    );
  }
  const limit = budget.kind === 'value' && budget.value ? budget.value : undefined;
  const spent = valueOf(month.cost);
  const length = monthLength(today);
  return (
    <NumberCard
      testId="month-to-date"
      title={
        <>
          Month to date <BasisMark basis={basis} days={{ firstDay: today, lastDay: today }} />
        </>
      }
      help={
        <Help
          of="Month to date"
          definition={`The closed UTC days of ${name} together, with what came late and was booked on a later day. Today is open and not in it. The budget is that of the owners file, for the whole calendar month and all environments.`}
          question={month.cost.question}
          also={{ Budget: budget.question }}
          source={source}
        />
      }
      value={<Figure answer={month.cost} format={formatMoney} />}
    >
      {limit !== undefined && spent !== undefined && <BudgetBar spent={spent} budget={limit} />}
      <p>
        {month.days} of {length} days of {name}
      </p>
      <p>
        <Figure answer={month.cost} format={(usd) => `${formatMoney(usd / month.days)} a day`} />
      </p>
    </NumberCard>
  );
}
