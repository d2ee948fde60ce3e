/** In the order they pay, and so in the order that each takes its part of what the ones before it leave. */
export const OPPORTUNITY_LEVERS = [
  ...(['prompt_caching', 'tier_routing', 'batch_shifting', 'prompt_economics', 'retries'] as const),
] as const;

export type OpportunityLever = (typeof OPPORTUNITY_LEVERS)[number];

/** What a lever would take off a cell: shares of its cost, 0 ≤ low ≤ middle ≤ high ≤ 1. */
export interface Idea {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** How the shares came about, in words with their numbers. */
  readonly working: string;
  /** Nobody knows yet whether the answers stay good enough: it is shown, and counted in no sum. */
  readonly needsEvaluation: boolean;
}
