/** What Attribution asks of a row: USD, calls or tokens of the period's closed days. */
export const MEASURES = [
  'cost',
  'before',
  'calls',
  'tokensIn',
  'tokensWritten',
  'tokensCached',
  'tokensOut',
  'topTier',
  'batch',
  'retries',
  'failed',
  'unpriced',
] as const;

export type Measure = (typeof MEASURES)[number];
