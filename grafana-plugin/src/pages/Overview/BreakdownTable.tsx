import React, { useMemo } from 'react';
import { narrow } from '../../choice/narrow.ts';
import { Figure } from '../../components/Figure.tsx';
import { pageHref } from '../../components/frame/pageHref.ts';
import type { View } from '../../components/frame/view.ts';
import { labelNames } from '../../components/labelNames.ts';
import { formatChange } from '../../components/numbers/formatChange.ts';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { formatUnitCost } from '../../components/numbers/formatUnitCost.ts';
import { sumKnown } from '../../components/sumKnown.ts';
import { DataTable } from '../../components/table/DataTable.tsx';
import { useSeriesColor } from '../../components/useSeriesColor.ts';
import type { Breakdown } from '../../data/breakdown.ts';
import type { HeadlineNumbers } from '../../data/headlineNumbers.ts';
import { useOutcomeCosts } from '../../data/useOutcomeCosts.ts';
import { valueOf } from '../../data/valueOf.ts';
import { namesOf } from './namesOf.ts';
import { overviewColumns } from './overviewColumns.tsx';
import { isoDay } from '../../queries/isoDay.ts';

interface Props {
  readonly view: View;
  readonly total: HeadlineNumbers;
  readonly breakdown: Breakdown;
}

/** One row for each name; the inference row is the headline. A row opens Attribution on its name. */
export function BreakdownTable({ view: { source, scope, choice, onChoice }, total, breakdown }: Props) {
  const { by, rows } = breakdown;
  const isKnown = by === 'feature' && total.state !== 'closing';
  const costs = useOutcomeCosts(isKnown ? { firstDay: total.day, lastDay: total.day, days: 1 } : undefined, scope);
  const names = useMemo(() => namesOf(breakdown), [breakdown]);
  const colorOf = useSeriesColor(names);
  if (rows.kind !== 'value') {
    const why =
      rows.kind === 'failed' ? rows.words : `${rows.words}${total.state === 'closing' ? ' before its close' : ''}`;
    return (
      <p data-testid="breakdown">
        {formatDay(total.day)} by {labelNames[by].toLowerCase()} has no answer: {why}
      </p>
    );
  }
  const cost = valueOf(total.cost);
  const calls = valueOf(total.calls);
  const period = sumKnown(rows.value.map(({ periodCost }) => periodCost));
  return (
    <DataTable
      testId="breakdown"
      title={
        <h3>
          {formatDay(total.day)} by {labelNames[by].toLowerCase()}
        </h3>
      }
      rows={rows.value}
      columns={overviewColumns(source, total, breakdown, costs, colorOf)}
      nameOf={({ name }) => name}
      colorOf={colorOf}
      hrefOf={({ name }) =>
        pageHref('attribution', {
          ...choice,
          by: by === 'feature' ? 'model' : 'feature',
          filters: narrow(choice.filters, by, name),
          ...{ sort: '', find: '', open: undefined, chart: 'cost', isTable: false },
        })
      }
      total={{
        name: 'Inference',
        cost: <Figure answer={total.cost} format={formatMoney} />,
        change: formatChange(cost, valueOf(total.weekBefore)) ?? '–',
        calls: calls === undefined ? '–' : formatCount(calls),
        costPerCall: cost === undefined || !calls ? '–' : formatUnitCost(cost / calls),
        periodCost: period === undefined ? '–' : formatMoney(period),
      }}
      sort={choice.sort}
      ownSort="-cost"
      onSort={(sort) => onChoice({ sort })}
      find={choice.find}
      onFind={(find) => onChoice({ find })}
      csvFile={`ai-cost-by-${by}-${isoDay(total.day)}${scope.calibration ? '-calibrated' : ''}.csv`}
    />
  );
}
