/**
 * Why a cost changed, in the order of the waterfall. `uses`: paid uses that are no tokens (web searches …) per call.
 */
export const PART_KINDS = [
  'volume',
  'mix',
  'price',
  'input_tokens',
  'output_tokens',
  'uses',
  'cache',
  'retries',
] as const;

export type PartKind = (typeof PART_KINDS)[number];
