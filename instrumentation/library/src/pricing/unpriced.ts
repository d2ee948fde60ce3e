/**
 * No cost is known, and why: never 0, never a guess. `reason` becomes a label, so it comes from a small set:
 * `unknown_model`, `no_model`, `invalid_usage`, `usage_unknown`, `no_rate_<component>`, `service_tier_<tier>`.
 */
export interface Unpriced {
  readonly kind: 'unpriced';
  readonly reason: string;
}

export function unpriced(reason: string): Unpriced {
  return { kind: 'unpriced', reason };
}
