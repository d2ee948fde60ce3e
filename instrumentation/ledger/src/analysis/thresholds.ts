/** When the pages and alerts call something too much: by name, the value where the owners file gives none. */
export const THRESHOLDS = {
  anomaly_min_usd_day: { value: '10', unit: 'USD', says: 'An anomaly below this many USD a day is not shown' },
  batch_share_min: {
    value: '0.1',
    unit: 'share',
    says: 'Share of cost that could be batched and is, below which it is asked why',
  },
  bill_coverage_drop_share: {
    value: '0.05',
    unit: 'share',
    says: 'Share of a bill that calls may explain less than in the best of recent months',
  },
  budget_notice_share: {
    value: '0.5',
    unit: 'share',
    says: 'Share of a budget that is used when it is first mentioned',
  },
  budget_warning_share: {
    value: '0.8',
    unit: 'share',
    says: 'Share of a budget that is used when it is said to run out',
  },
  failing_attempts_share: { value: '0.25', unit: 'share', says: 'Share of the attempts of 15 minutes that may fail' },
  forecast_outside_share: {
    value: '0.3',
    unit: 'share',
    says: 'Share of the days that may leave the 95 % bounds of their forecast',
  },
  input_tokens_growth_90d: {
    value: '0.25',
    unit: 'share',
    says: 'Growth of input tokens a call in 90 days that is prompt drift',
  },
  list_usd_month_provider: {
    value: '50000',
    unit: 'USD',
    says: 'USD a month at one provider at list price: ask for a contract',
  },
  reconciliation_gap_share: { value: '0.02', unit: 'share', says: 'Share of a bill that may stay unexplained' },
  reviews_skipped: { value: '2', unit: 'reviews', says: 'Weekly reviews in a row that may be skipped' },
  retry_cost_share: { value: '0.03', unit: 'share', says: 'Share of cost that retries may have' },
  top_tier_share: { value: '0.3', unit: 'share', says: 'Share of cost that models of the top tier may have' },
  unallocated_share: { value: '0.05', unit: 'share', says: 'Share of cost that may name no feature' },
  unpriced_share: { value: '0.01', unit: 'share', says: 'Share of calls whose cost may be unknown' },
  user_usd_month: { value: '3', unit: 'USD', says: 'USD a month an active user may cost' },
  user_usd_month_consumer: { value: '0.5', unit: 'USD', says: 'The same for a consumer product' },
} as const;
