import type { Share } from '../analysis/impact/measureImpact.ts';
import type { Bounded } from '../analysis/impact/savingBounds.ts';

export const LEVER_STATES = [
  ...(['working', 'not_proven', 'harmful', 'too_early'] as const),
  ...(['not_separable', 'no_data', 'withdrawn'] as const),
] as const;

/** What one optimization did to cost per request. */
export interface LeverImpact {
  readonly state: (typeof LEVER_STATES)[number];
  /** In words: what was found, or why nothing can be. */
  readonly reason: string;
  /** Days with calls since, and how many more until a verdict where it is too early for one. */
  readonly daysAfter: number;
  readonly moreDays: number;
  /** 95 % at a single look; null where nothing was measured of this event alone. */
  readonly effect: Share | null;
  /** 95 % however often somebody looks: what the verdict stands on. */
  readonly always: Share | null;
  readonly saved: Bounded | null;
  readonly annual: Bounded | null;
  /** Ids of the events it cannot be told apart from. */
  readonly togetherWith: readonly string[];
  /** Features or models that it was measured against; empty where there was no control group of use. */
  readonly control: readonly string[];
}
