import type { LeverVerdict } from './lever.ts';

export type WeekState = 'held' | 'late' | 'skipped' | 'due' | 'before';

/** The kept review of a week. */
interface ReviewEntry {
  readonly id: string;
  readonly version: number;
  readonly state: 'open' | 'closed';
  readonly at: string;
  readonly by: { readonly name: string };
  readonly record: {
    readonly week: string;
    readonly heldOn: string;
    readonly present?: readonly { readonly role: string; readonly name: string }[];
    readonly minutes?: string;
  };
}

export interface FollowedDecision {
  readonly decision: {
    readonly id: string;
    readonly version: number;
    readonly state: 'open' | 'closed' | 'withdrawn';
    readonly record: {
      readonly what: string;
      readonly why: string;
      readonly owner: string;
      readonly due: string;
      readonly expectedEffect?: string;
      readonly expectedUsdPerMonth?: number | string;
    };
  };
  /** 0 and less: there is time. */
  readonly overdueDays: number;
  /** What became of the optimizations it led to. */
  readonly events: readonly {
    readonly id: string;
    readonly state: LeverVerdict | 'not_recorded';
    readonly reason: string;
  }[];
}

/** A week's review, whether reviews are held, and what became of decisions. */
export interface Review {
  readonly week: string;
  readonly review: ReviewEntry | null;
  readonly cadence: {
    readonly weeks: readonly { readonly week: string; readonly state: WeekState }[];
    readonly held: number;
    readonly expected: number;
    readonly skippedInARow: number;
  };
  readonly decisions: readonly FollowedDecision[];
}
