import type { BreakdownRow } from '../../data/breakdownRow.ts';

/** What a column shows of a row, as a number or name to sort by and to export. */
export interface BreakdownColumn {
  readonly id: string;
  readonly value: (row: BreakdownRow) => number | string | undefined;
}

/** Change against the week before, as a share; new rows have none. */
const change = ({ cost, weekBefore }: BreakdownRow): number | undefined =>
  cost === undefined || !weekBefore ? undefined : cost / weekBefore - 1;

const costPerCall = ({ cost, calls }: BreakdownRow): number | undefined =>
  cost === undefined || !calls ? undefined : cost / calls;

export const breakdownColumns = {
  name: { id: 'name', value: ({ name }) => name },
  owner: { id: 'owner', value: ({ owner }) => owner },
  team: { id: 'team', value: ({ teams }) => teams.join(', ') },
  cost: { id: 'cost', value: ({ cost }) => cost },
  change: { id: 'change', value: change },
  calls: { id: 'calls', value: ({ calls }) => calls },
  costPerCall: { id: 'costPerCall', value: costPerCall },
  periodCost: { id: 'periodCost', value: ({ periodCost }) => periodCost },
} as const satisfies Record<string, BreakdownColumn>;

export type BreakdownColumnId = keyof typeof breakdownColumns;
