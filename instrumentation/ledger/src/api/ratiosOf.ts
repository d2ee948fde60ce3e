import type { ProviderRatio } from '../fields/readProviderRatio.ts';
import type { BilledRatios } from '../questions/billedRatios.ts';

/** The ratios of a query string; the last one where a provider and month has several. */
export function ratiosOf(given: readonly ProviderRatio[]): BilledRatios {
  const ratios = new Map<string, Map<string, bigint>>();
  for (const { provider, month = '', ratio } of given) {
    ratios.set(provider, (ratios.get(provider) ?? new Map<string, bigint>()).set(month, ratio));
  }
  return ratios;
}
