/**
 * No cost is known, and why: never 0, never a guess. `reason` becomes a label, so it comes from a small set:
 * - `unknown_model`, `no_model`: no card
 * - `no_rate_<component>`: the card, or the tier, has no rate for something the call used
 * - `service_tier_<tier>`, `inference_geo_unknown`: served in a way whose price is not known
 * - `invalid_usage`: counts that contradict themselves; `usage_unknown_<why>`: none were seen
 * - `provider_cost_currency`, `provider_cost_invalid`: the provider named a cost that cannot be booked
 */
export interface Unpriced {
  readonly kind: 'unpriced';
  readonly reason: string;
}

export function unpriced(reason: string): Unpriced {
  return { kind: 'unpriced', reason };
}
