import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatChange } from '../../components/numbers/formatChange.ts';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { formatUnitCost } from '../../components/numbers/formatUnitCost.ts';
import { Sparkline } from '../../components/Sparkline.tsx';
import { Swatch } from '../../components/Swatch.tsx';
import type { BreakdownRow } from '../../data/breakdownRow.ts';
import { breakdownColumns } from './breakdownColumns.ts';

interface Props {
  readonly row: BreakdownRow;
  readonly withOwner: boolean;
  readonly withTeam: boolean;
  readonly color: string;
  readonly daily: readonly (number | undefined)[];
}

/** One feature, team or request type. */
export function BreakdownLine({ row, withOwner, withTeam, color, daily }: Props) {
  const styles = useStyles2(getStyles);
  const perCall = breakdownColumns.costPerCall.value(row);
  const [team, ...more] = row.teams;
  return (
    <tr data-name={row.name}>
      <th scope="row" className={styles.name}>
        <span className={styles.named} title={row.name}>
          <Swatch color={color} hatched={row.name === UNALLOCATED} />
          <span className={styles.text}>{row.name}</span>
        </span>
      </th>
      {withOwner && (
        <td className={styles.team} title={row.owner}>
          {row.owner ?? '–'}
        </td>
      )}
      {withTeam && (
        <td className={styles.team} title={row.teams.join(', ')}>
          {team ?? '–'}
          {more.length > 0 && ` + ${more.length}`}
        </td>
      )}
      <td data-column="cost">{row.cost === undefined ? '–' : formatMoney(row.cost)}</td>
      <td>{formatChange(row.cost, row.weekBefore) ?? (row.cost === undefined ? '–' : 'new')}</td>
      <td>{row.calls === undefined ? '–' : formatCount(row.calls)}</td>
      <td>{perCall === undefined ? '–' : formatUnitCost(perCall)}</td>
      <td>{row.periodCost === undefined ? '–' : formatMoney(row.periodCost)}</td>
      <td className={styles.trend}>
        <Sparkline values={daily} color={color} />
      </td>
    </tr>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  name: css({ width: '24%', maxWidth: 260 }),
  named: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  text: css({ overflow: 'hidden', textOverflow: 'ellipsis' }),
  team: css({
    maxWidth: 180,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    color: theme.colors.text.secondary,
    '&&': { textAlign: 'left' },
  }),
  trend: css({ width: 112, svg: { marginLeft: 'auto' } }),
});
