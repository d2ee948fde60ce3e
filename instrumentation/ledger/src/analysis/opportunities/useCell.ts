/** Starts of prompts that services measured. */
export interface RepeatedPrefix {
  /** Calls that shared their start with an earlier one. */
  readonly calls: number;
  /** Of them, those that came within a cache's lifetime of it. */
  readonly repeats: number;
  /** How many bytes these shared, together. */
  readonly bytes: number;
}

export interface UsedComponent {
  readonly component: string;
  readonly quantity: number;
  readonly nanoUsd: bigint;
}

/** What one kind of call did in the period looked at. Calls without a price are in none. */
export interface UseCell {
  readonly feature: string;
  readonly requestType: string;
  readonly provider: string;
  readonly model: string;
  readonly serviceTier: string;
  readonly requests: number;
  readonly nanoUsd: bigint;
  /** Of it, what second and later attempts cost. */
  readonly retryNanoUsd: bigint;
  readonly components: readonly UsedComponent[];
  /** Tokens a prompt had a quarter of a year earlier; undefined where there was no such call. */
  readonly promptTokensBefore: number | undefined;
  /** Undefined where no service measures them. */
  readonly prefix?: RepeatedPrefix | undefined;
}
