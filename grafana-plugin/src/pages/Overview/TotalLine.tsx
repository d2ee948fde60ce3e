import React from 'react';
import { Figure } from '../../components/Figure.tsx';
import { formatChange } from '../../components/numbers/formatChange.ts';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { formatUnitCost } from '../../components/numbers/formatUnitCost.ts';
import type { BreakdownRow } from '../../data/breakdownRow.ts';
import type { HeadlineNumbers } from '../../data/headlineNumbers.ts';

interface Props {
  readonly total: HeadlineNumbers;
  readonly rows: readonly BreakdownRow[];
  readonly withOwner: boolean;
  readonly withTeam: boolean;
}

/** All inference of the day: its cost and calls are the headline's own; the period is the sum of the rows. */
export function TotalLine({ total: { cost, calls: allCalls, weekBefore }, rows, withOwner, withTeam }: Props) {
  const value = cost.kind === 'value' ? cost.value : undefined;
  const before = weekBefore.kind === 'value' ? weekBefore.value : undefined;
  const calls = allCalls.kind === 'value' ? allCalls.value : undefined;
  const period = sum(rows.map((row) => row.periodCost));
  return (
    <tr data-testid="breakdown-total">
      <th scope="row" style={{ textAlign: 'left' }}>
        Inference
      </th>
      {withOwner && <td />}
      {withTeam && <td />}
      <td data-column="cost">
        <Figure answer={cost} format={formatMoney} />
      </td>
      <td>{formatChange(value, before) ?? '–'}</td>
      <td>{calls === undefined ? '–' : formatCount(calls)}</td>
      <td>{value === undefined || !calls ? '–' : formatUnitCost(value / calls)}</td>
      <td>{period === undefined ? '–' : formatMoney(period)}</td>
      <td />
    </tr>
  );
}

/** undefined where no row knows the figure. */
const sum = (values: readonly (number | undefined)[]): number | undefined =>
  values.every((value) => value === undefined)
    ? undefined
    : values.reduce<number>((total, value) => total + (value ?? 0), 0);
