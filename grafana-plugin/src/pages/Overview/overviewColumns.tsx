import React from 'react';
import { Help } from '../../components/Help.tsx';
import { labelNames } from '../../components/labelNames.ts';
import { formatChange } from '../../components/numbers/formatChange.ts';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatDays } from '../../components/numbers/formatDays.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { formatOutcomeCost } from '../../components/numbers/formatOutcomeCost.ts';
import { formatUnitCost } from '../../components/numbers/formatUnitCost.ts';
import { ShareBar } from '../../components/ShareBar.tsx';
import { Sparkline } from '../../components/Sparkline.tsx';
import type { Column } from '../../components/table/column.ts';
import { WorthHelp } from '../../components/worth/WorthHelp.tsx';
import type { Breakdown } from '../../data/breakdown.ts';
import type { BreakdownRow } from '../../data/breakdownRow.ts';
import type { HeadlineNumbers } from '../../data/headlineNumbers.ts';
import { outcomeCostOf } from '../../data/outcomeCostOf.ts';
import type { OutcomeCosts } from '../../data/outcomeCosts.ts';
import type { PromSource } from '../../data/promSource.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import type { Question } from '../../queries/question.ts';
import { isoDay } from '../../queries/isoDay.ts';

const dash = <T,>(value: T | undefined, format: (value: T) => string): string =>
  value === undefined ? '–' : format(value);
const change = ({ cost, weekBefore }: BreakdownRow): number | undefined =>
  cost === undefined || !weekBefore ? undefined : cost / weekBefore - 1;
const perCall = ({ cost, calls }: BreakdownRow): number | undefined =>
  cost === undefined || !calls ? undefined : cost / calls;

/** The table's columns: who, yesterday and how that compares, what it buys, how far the budget is used. */
export function overviewColumns(
  source: PromSource,
  { day, state }: HeadlineNumbers,
  { by, period, rows, perDay, asked }: Breakdown,
  costs: OutcomeCosts,
  colorOf: (name: string) => string
): Column<BreakdownRow>[] {
  const all = rows.kind === 'value' ? rows.value : [];
  const help = (of: string, definition: string, question: Question, also?: Record<string, Question>) => (
    <Help of={of} definition={definition} question={question} {...(also && { also })} source={source} />
  );
  const weekday = formatDay(day - 7 * DAY_MS);
  const outcomeOf = ({ name, cost, outcomes }: BreakdownRow) => outcomeCostOf(costs, [name], { usd: cost, outcomes });
  const columns: (Column<BreakdownRow> & { readonly isShown?: boolean })[] = [
    {
      id: 'name',
      csvName: by,
      label: labelNames[by],
      isText: true,
      value: ({ name }) => name,
      show: ({ name }) => name,
    },
    {
      id: 'owner',
      label: 'Owner',
      isText: true,
      isShown: all.some(({ owner }) => owner !== undefined),
      value: ({ owner }) => owner,
      show: ({ owner }) => <span title={owner}>{owner ?? '–'}</span>,
    },
    {
      id: 'cost',
      csvName: `cost_usd_${isoDay(day)}`,
      label: `${formatDay(day)}, USD`,
      value: ({ cost }) => cost,
      show: ({ cost }) => dash(cost, formatMoney),
      help: help(
        'Cost of the day',
        "The day's cost, split by this label. Rows add up to the inference row, which is the headline.",
        rows.question
      ),
    },
    {
      id: 'change',
      csvName: 'change_vs_week_before',
      label: `vs ${weekday}`,
      value: change,
      show: (row) => formatChange(row.cost, row.weekBefore) ?? (row.cost === undefined ? '–' : 'new'),
      help: help('Change', `Against ${weekday}, the same weekday a week before.`, asked.weekBefore),
    },
    {
      id: 'trend',
      label: 'Trend',
      isMinor: true,
      value: () => undefined,
      show: ({ name }) => (
        <Sparkline
          values={perDay.kind === 'value' ? (perDay.value.byName.get(name) ?? []) : []}
          color={colorOf(name)}
        />
      ),
    },
    {
      id: 'periodCost',
      isMinor: true,
      csvName: `cost_usd_${period.days}_days`,
      label: period.days === 1 ? 'Period, USD' : `${period.days} days, USD`,
      value: ({ periodCost }) => periodCost,
      show: ({ periodCost }) => dash(periodCost, formatMoney),
      help: help('Cost of the period', `Closed days ${formatDays(period)}, together.`, asked.periodCost),
    },
    {
      id: 'calls',
      isMinor: true,
      label: 'Calls',
      value: ({ calls }) => calls,
      show: ({ calls }) => dash(calls, formatCount),
      help: help('Calls', 'Calls of the day, every attempt counted, however they ended.', asked.calls),
    },
    {
      id: 'costPerCall',
      csvName: 'cost_usd_per_call',
      label: 'Cost a call',
      value: perCall,
      show: (row) => dash(perCall(row), formatUnitCost),
      help: help('Cost a call', "The day's cost over its calls.", rows.question, { Calls: asked.calls }),
    },
    {
      id: 'costPerOutcome',
      csvName: 'cost_usd_per_outcome',
      label: 'Cost an outcome',
      isShown: by === 'feature',
      isMinor: 'first',
      value: (row) => {
        const outcome = outcomeOf(row);
        return outcome.kind === 'known' ? outcome.usd : undefined;
      },
      show: (row) =>
        state === 'closing' ? 'not closed' : asked.outcomes.unkept ? 'not kept' : formatOutcomeCost(outcomeOf(row)),
      help: (
        <WorthHelp of="Cost an outcome">
          The day’s spend, with its part of what comes beyond inference, over its units of work, as on page Value. A
          service records them with recordOutcome. Without the ledger, inference only.
        </WorthHelp>
      ),
    },
    {
      id: 'budgetUsed',
      csvName: 'budget_used_share',
      label: 'Budget used',
      isShown: all.some(({ budgetUsed }) => budgetUsed !== undefined),
      value: ({ budgetUsed }) => budgetUsed,
      show: ({ budgetUsed }) => (budgetUsed === undefined ? '–' : <ShareBar share={budgetUsed} />),
      help: help(
        'Budget used',
        "This month's closed days over the month's budget of the owners file.",
        asked.monthCost,
        {
          Budget: asked.budgets,
        }
      ),
    },
  ];
  return columns.filter(({ isShown = true }) => isShown);
}
