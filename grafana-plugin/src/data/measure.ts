/** What Attribution asks of a row: USD, calls, tokens, units of work or scores of the period's closed days. */
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
  'outcomes',
  'qualitySum',
  'qualityCount',
] as const;

export type Measure = (typeof MEASURES)[number];
