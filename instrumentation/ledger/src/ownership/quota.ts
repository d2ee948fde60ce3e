export const QUOTA_SCOPES = ['feature', 'tenant'] as const;
export const QUOTA_PERIODS = ['day', 'month'] as const;
/** soft: somebody is told; hard: calls of services that opt in are not made any more. */
export const QUOTA_KINDS = ['soft', 'hard'] as const;

/** What may be spent in a UTC day or calendar month (UTC). */
export interface Quota {
  readonly scope: (typeof QUOTA_SCOPES)[number];
  readonly name: string;
  readonly period: (typeof QUOTA_PERIODS)[number];
  readonly kind: (typeof QUOTA_KINDS)[number];
  /** The amount as exact decimal text, as the file has it. */
  readonly usd: string;
  readonly nanoUsd: bigint;
}
