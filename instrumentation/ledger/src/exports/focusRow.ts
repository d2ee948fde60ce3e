import type { DimensionRow } from '../store/bookRow.ts';
import type { EventDay } from '../store/eventDay.ts';

/** Calls of a day with the same labels, tenant and reason for having no cost. */
export interface FocusRow {
  readonly day: EventDay;
  readonly labels: DimensionRow['dimensions'];
  /** null once the single calls are past retention: the sums by label know no tenant. */
  readonly tenant: string | null;
  /** Why the cost is unknown; '' where it is known. */
  readonly unpriced: string;
  readonly requests: bigint;
  readonly costNanoUsd: bigint;
  readonly listNanoUsd: bigint;
  /** Tokens and uses by billing component; those nobody used are left out. */
  readonly quantities: ReadonlyMap<string, bigint>;
}
