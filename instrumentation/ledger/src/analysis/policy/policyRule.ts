/**
 * - `unapproved_model`: a model is used that is not approved, or that a file which approves some does not name
 * - `retiring_model`: a model is used that is switched off soon, or was to be
 * - `top_tier_default`: what requests of a type usually go to is of the top tier
 * - `no_approved_fallback`: nothing approved is named for when the default fails
 * - `switched_unevaluated`: a model took over before anybody judged it on that request type
 * - `quality_below_bar`: a model took over and its scores are below the feature's bar
 */
export const POLICY_RULES = [
  'unapproved_model',
  'retiring_model',
  'top_tier_default',
  'no_approved_fallback',
  'switched_unevaluated',
  'quality_below_bar',
] as const;
export type PolicyRule = (typeof POLICY_RULES)[number];
