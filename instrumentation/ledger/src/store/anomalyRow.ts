import type { EventDay } from './eventDay.ts';

/** A feature's day that stood out, as it was judged once. */
export interface AnomalyRow {
  readonly day: EventDay;
  readonly feature: string;
  readonly team: string;
  readonly environment: string;
  /** First day of its incident. */
  readonly since: EventDay;
  readonly costNanoUsd: bigint;
  readonly expectedNanoUsd: bigint;
  /** 4 and more up, −4 and less down. */
  readonly score: number;
  /** As the analysis names it: `cost`, `cost_per_call`. */
  readonly channel: string;
  readonly windowDays: number;
  /** Somebody marked its incident as "not an anomaly". */
  readonly isDismissed: boolean;
  /** A fifth of the features moved with it: one story, not theirs. */
  readonly isWidespread: boolean;
  readonly sentence: string;
  /** What changed, a day: nano-USD by part, largest first. */
  readonly parts: readonly { readonly kind: string; readonly nanoUsd: string; readonly sentence: string }[];
}

/** A feature's day that is not closed yet and stands out already: cost and expected cost are those until `atMs`. */
export interface OpenAnomalyRow extends AnomalyRow {
  /** When it was looked at. */
  readonly atMs: number;
}

/** What one look at a day found. */
export interface AnomalyRun {
  readonly day: EventDay;
  readonly anomalies: readonly AnomalyRow[];
}
