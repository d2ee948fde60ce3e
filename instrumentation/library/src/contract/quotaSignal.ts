/** How it shows that a quota could not be obeyed. */
export const QUOTA_SIGNAL = {
  /**
   * Counter of calls let through without a look at a quota; in Prometheus
   * `ai_finops_quota_unchecked_calls_total{scope,reason}`.
   */
  uncheckedCalls: 'ai_finops_quota_unchecked_calls',
} as const;
