import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Basis } from '../../choice/basis.ts';
import { BasisMark } from '../../components/BasisMark.tsx';
import { BudgetBar } from '../../components/BudgetBar.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Help } from '../../components/Help.tsx';
import { NumberCard } from '../../components/NumberCard.tsx';
import { formatChange } from '../../components/numbers/formatChange.ts';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatDays } from '../../components/numbers/formatDays.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { formatOutcomeCost } from '../../components/numbers/formatOutcomeCost.ts';
import { formatUnitCost } from '../../components/numbers/formatUnitCost.ts';
import { WorthHelp } from '../../components/worth/WorthHelp.tsx';
import type { Named } from '../../data/named.ts';
import type { OutcomeCost } from '../../data/outcomeCost.ts';
import type { PromSource } from '../../data/promSource.ts';
import { valueOf } from '../../data/valueOf.ts';
import { budgetOutlook } from './budgetOutlook.ts';

interface Props {
  readonly source: PromSource;
  readonly basis: Basis;
  readonly today: number;
  readonly named: Named;
  readonly outcomeCost: OutcomeCost;
}

/** What it cost, what is left of its budget, and who answers for it. */
export function NamedCards({ source, basis, today, named, outcomeCost }: Props) {
  const styles = useStyles2(getStyles);
  const { period, cost, before, calls, outcomes, owner, facts, monthCost, monthDays, budget } = named;
  const [usd, usdBefore, count, spent, limit] = [cost, before, calls, monthCost, budget].map(valueOf);
  const change = formatChange(usd, usdBefore);
  return (
    <div className={styles}>
      <NumberCard
        testId="named-cost"
        main
        title={
          <>
            {formatDays(period)} <BasisMark basis={basis} days={period} />
          </>
        }
        help={
          <Help
            of="Cost of the period"
            definition={`What its calls cost on the closed UTC days ${formatDays(period)}. Before: ${formatDays(period.before)}.`}
            question={cost.question}
            also={{ Before: before.question, Calls: calls.question }}
            source={source}
          />
        }
        value={<Figure answer={cost} format={formatMoney} />}
      >
        <p>
          {change === undefined || usdBefore === undefined
            ? `Nothing to compare with on ${formatDays(period.before)}`
            : `${change} vs ${formatDays(period.before)} (${formatMoney(usdBefore)})`}
        </p>
        <p>
          <Figure answer={calls} format={(all) => `${formatCount(all)} calls`} />
          {usd !== undefined && count ? `, ${formatUnitCost(usd / count)} a call` : ''}
        </p>
      </NumberCard>
      <NumberCard
        testId="named-budget"
        title={
          <>
            Month to date <BasisMark basis={basis} days={{ firstDay: today, lastDay: today }} />
          </>
        }
        help={
          <Help
            of="Month to date"
            definition="The closed UTC days of this month, with what came late for them. The budget is that of the owners file, for the calendar month and all environments."
            question={monthCost.question}
            also={{ Budget: budget.question }}
            source={source}
          />
        }
        value={monthDays === 0 ? 'no data' : <Figure answer={monthCost} format={formatMoney} />}
      >
        {limit && spent !== undefined && monthDays > 0 ? (
          <>
            <BudgetBar spent={spent} budget={limit} />
            <p>{budgetOutlook(spent, limit, monthDays, today)}</p>
          </>
        ) : (
          <p>No budget in the owners file</p>
        )}
      </NumberCard>
      <NumberCard
        testId="named-owner"
        title="Who answers for it"
        value={
          owner.kind === 'value' && owner.value === undefined ? (
            'nobody named'
          ) : (
            <Figure answer={owner} format={(name) => name} />
          )
        }
      >
        {facts.length > 0 && <p>{facts.join(' · ')}</p>}
        <p>From the owners file</p>
      </NumberCard>
      <NumberCard
        testId="named-value"
        title={<>Cost an outcome {outcomeCost.kind === 'known' && <BasisMark basis={basis} days={period} />}</>}
        help={
          <WorthHelp of="Cost an outcome">
            The period’s spend, with its part of what comes beyond inference, over its units of work, as on page Value.
            Without the ledger, inference only, and the units of all environments.
          </WorthHelp>
        }
        value={
          outcomes.kind === 'unkept'
            ? outcomes.words
            : outcomeCost.kind === 'known'
              ? formatUnitCost(outcomeCost.usd)
              : formatOutcomeCost(outcomeCost)
        }
      >
        {outcomes.kind === 'unkept' ? null : outcomeCost.kind === 'known' ? (
          <p>
            {formatCount(outcomeCost.outcomes)} units of work{outcomeCost.isInferenceOnly && ', inference only'}
          </p>
        ) : outcomeCost.kind === 'none' ? (
          <p>
            Record what the calls achieve:{' '}
            <code style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>recordOutcome({'{ feature, unit }'})</code>
          </p>
        ) : null}
      </NumberCard>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@container page (min-width: 560px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    '@container page (min-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1.5fr) repeat(3, minmax(0, 1fr))' },
  });
