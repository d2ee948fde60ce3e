import type { DayRow } from '../store/dayRow.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { CloseFamily } from './closeFamily.ts';

/** What a family that does not come from the books says, day by day. */
export interface GivenFamily extends Pick<CloseFamily, 'name' | 'help' | 'unit' | 'labels'> {
  readonly days: ReadonlyMap<EventDay, readonly (readonly [values: readonly string[], amount: bigint])[]>;
}

/** Which closes are written, and all that they need beside the books; it can be sent to a thread. */
export interface ClosesRequest {
  /** Closed days, oldest first; those before the shown ones say which series close with 0. */
  readonly days: readonly DayRow[];
  /** So many of the last of them are shown. */
  readonly shown: number;
  readonly given: readonly GivenFamily[];
}
