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
    /** Why it was dropped. */
    readonly note?: string;
    readonly record: {
      readonly what: string;
      readonly why: string;
      readonly owner: string;
      readonly due: string;
      readonly expectedEffect?: string;
      readonly expectedUsdPerMonth?: number | string;
      readonly links?: readonly { readonly to: string; readonly id: string }[];
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

/** A point of the agenda, as the ledger makes it of the books. */
export interface AgendaItem {
  readonly id: string;
  readonly title: string;
  /** Thirty in all. */
  readonly minutes: number;
  readonly sentences: readonly string[];
  readonly page: string;
}

/** A week's review, whether reviews are held, and what became of decisions. */
export interface Review {
  readonly week: string;
  /** Its Monday and Sunday. */
  readonly from: string;
  readonly to: string;
  readonly agenda: readonly AgendaItem[];
  readonly review: ReviewEntry | null;
  readonly cadence: {
    readonly weeks: readonly {
      readonly week: string;
      readonly state: WeekState;
      /** Roles that were there. */
      readonly present: readonly string[];
    }[];
    readonly held: number;
    readonly expected: number;
    readonly skippedInARow: number;
  };
  readonly decisions: readonly FollowedDecision[];
}
