import type { EventDay } from '../store/eventDay.ts';
import type { LabelFilter } from './callFilter.ts';

/** What sums can be told apart by. */
export const DIMENSIONS = [
  ...(['feature', 'team', 'tenant', 'provider', 'model', 'account'] as const),
  ...(['request_type', 'environment'] as const),
] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/** Sums of days, all of them or by one dimension. */
export interface BreakdownQuery extends LabelFilter {
  readonly from: EventDay;
  readonly to: EventDay;
  readonly by?: Dimension | undefined;
  /** Names beyond the dearest so many are `other`. */
  readonly limit: number;
}
