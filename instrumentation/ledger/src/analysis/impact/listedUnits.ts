import type { ImpactCell } from './impactCell.ts';

/** What one unit of a component cost by a price list, USD: where the input was short, and at its dearest step. */
export interface ListedUnit {
  readonly low: number;
  readonly high: number;
}

/** Knows a price list: what a component cost on a day, contract in; undefined where the list does not say. */
export type ListedUnits = (
  cell: Pick<ImpactCell, 'provider' | 'model' | 'serviceTier'>,
  component: string,
  day: number
) => ListedUnit | undefined;
