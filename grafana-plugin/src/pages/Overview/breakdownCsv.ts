import { toCsv } from '../../components/toCsv.ts';
import type { Breakdown } from '../../data/breakdown.ts';
import type { BreakdownRow } from '../../data/breakdownRow.ts';
import { breakdownColumns } from './breakdownColumns.ts';

/** The table at full precision, as a spreadsheet wants it: USD, calls, changes as shares. */
export function breakdownCsv(
  { dimension, days }: Pick<Breakdown, 'dimension' | 'days'>,
  rows: readonly BreakdownRow[],
  day: number
): string {
  const { name, owner, team, cost, change, calls, costPerCall, periodCost } = breakdownColumns;
  const columns = [
    [dimension, name],
    ...(rows.some((row) => row.owner) ? [['owner', owner] as const] : []),
    ...(dimension === 'feature' ? [['team', team] as const] : []),
    [`cost_usd_${new Date(day).toISOString().slice(0, 10)}`, cost],
    ['cost_usd_week_before', { value: ({ weekBefore }: BreakdownRow) => weekBefore }],
    ['change_vs_week_before', change],
    ['calls', calls],
    ['cost_usd_per_call', costPerCall],
    [`cost_usd_${days}_days`, periodCost],
  ] as const;
  return toCsv([columns.map(([title]) => title), ...rows.map((row) => columns.map(([, { value }]) => value(row)))]);
}
