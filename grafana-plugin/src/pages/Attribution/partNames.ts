import type { PartKind } from '@ai-finops/ledger/analysis';

/** What a part of a change is called. */
export const partNames: Readonly<Record<PartKind, string>> = {
  volume: 'Volume',
  mix: 'Mix of features and models',
  price: 'Price',
  input_tokens: 'Input tokens per call',
  output_tokens: 'Output tokens per call',
  uses: 'Searches and fees per call',
  cache: 'Cache',
  retries: 'Retries',
};
