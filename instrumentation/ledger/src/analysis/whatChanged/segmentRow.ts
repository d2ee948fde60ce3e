/**
 * What one segment used and cost in a period. Rows with the same labels are added up; counts may be fractions, where a
 * period is an average.
 */
export interface SegmentRow {
  /** What tells the segment from others: feature, model, request_type, provider, service_tier … */
  readonly labels: Readonly<Record<string, string>>;
  /** Calls the application meant to make: first attempts. */
  readonly calls: number;
  /** Every attempt, the first ones included. */
  readonly attempts: number;
  /** Tokens and uses by billing component, as the contract names them. */
  readonly quantities: Readonly<Record<string, number>>;
  /** Nano-USD by billing component. */
  readonly costs: Readonly<Record<string, bigint>>;
}
