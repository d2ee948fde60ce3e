import { attoUsd } from './attoUsd.ts';
import type { Priced } from './priceCall.ts';
import { unpriced, type Unpriced } from './unpriced.ts';

const LIMIT_USD = 1_000_000_000n;

/**
 * The price of a call whose provider said with the response what it charged: that wins over any card, because the
 * provider's own invoice adds up the same numbers. The amount is rounded half up to the nano-USD, once; a number is taken
 * by its shortest decimal form, which is the one the provider wrote. It is booked as one component, `provider_total`,
 * quantity 1: how it divides is not known. List equals cost.
 *
 * @param reported amount as a number or decimal text, currency as ISO 4217 (USD when absent)
 */
export function priceByProvider(reported: {
  readonly provider: string;
  readonly amount: number | string;
  readonly currency?: string | undefined;
}): Priced | Unpriced {
  if ((reported.currency ?? 'USD') !== 'USD') {
    return unpriced('provider_cost_currency');
  }
  let nanoUsd: bigint;
  try {
    nanoUsd = attoUsd(reported.amount, 1_000_000_000n);
  } catch {
    return unpriced('provider_cost_invalid');
  }
  if (nanoUsd > LIMIT_USD * 1_000_000_000n) {
    return unpriced('provider_cost_invalid');
  }
  return {
    kind: 'priced',
    source: 'provider',
    nanoUsd,
    listNanoUsd: nanoUsd,
    components: [{ component: 'provider_total', quantity: 1, nanoUsd }],
    rateCard: `provider/${reported.provider}`,
  };
}
