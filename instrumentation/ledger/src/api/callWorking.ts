import type { PriceBook } from '@ai-finops/instrumentation/pricing';
import type { z } from 'zod';
import { usdText } from '../books/usdText.ts';
import { explainPrice } from '../prices/explainPrice.ts';
import type { CallRow } from '../questions/callRow.ts';
import { dayText } from '../store/dayText.ts';
import { eventDay } from '../store/eventDay.ts';
import type { WORKING_SCHEMA } from './workingSchema.ts';

/**
 * How the price of a call comes about, by the card in force when it started and the prices the ledger has now. Where they
 * changed since it was booked, it is not as booked.
 */
export function callWorking(row: CallRow, prices: PriceBook): z.infer<typeof WORKING_SCHEMA> {
  const { provider, service_tier: serviceTier } = row.dimensions;
  if (row.quantities?.provider_total !== undefined && row.costNanoUsd !== null) {
    return { kind: 'provider', usd: usdText(row.costNanoUsd) };
  }
  if (row.quantities === null) {
    return { kind: 'unpriced', reason: row.unpriced ?? 'usage_unknown' };
  }
  if (row.costNanoUsd !== null && row.rateCard === '') {
    return { kind: 'free' };
  }
  const atMs = Math.floor(row.startUs / 1_000);
  const card = prices.resolve({ provider, model: row.wireModel, atMs });
  const explained = explainPrice({ quantities: row.quantities, card, serviceTier: serviceTier || undefined });
  if ('kind' in explained) {
    return { kind: 'unpriced', reason: row.unpriced ?? explained.reason };
  }
  const { longContextAbove, ...rest } = explained;
  const bookedUsd = row.costNanoUsd === null ? null : usdText(row.costNanoUsd);
  return {
    kind: 'priced',
    day: dayText(eventDay(atMs)),
    ...rest,
    ...(longContextAbove !== undefined && { longContextAbove }),
    bookedUsd,
    isAsBooked: bookedUsd === explained.usd,
  };
}
