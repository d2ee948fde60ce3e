/**
 * The largest count, value in USD and score (either sign) of one work record. No sum of a day can then leave the books'
 * 64 bits, whatever is sent. Scores are kept to six decimals.
 */
export const WORK_LIMITS = { count: 1_000_000_000, valueUsd: 100_000, score: 1_000_000 } as const;
