import type { UseCell } from '../analysis/opportunities/useCell.ts';

/** What measured starts of prompts are known by: they name no service tier. */
export const prefixKey = ({
  feature,
  requestType,
  provider,
  model,
}: Pick<UseCell, 'feature' | 'requestType' | 'provider' | 'model'>): string =>
  JSON.stringify([feature, requestType, provider, model]);
