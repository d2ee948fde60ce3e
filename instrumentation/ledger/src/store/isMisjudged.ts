import type { MoneyRecord } from '../intake/moneyRecord.ts';
import type { PricedRecord } from './priceRecord.ts';

/** Whether the library's estimate differs from our list price; it cannot know what only the provider says. */
export function isMisjudged({ estimateNanoUsd }: MoneyRecord, { price }: PricedRecord): boolean {
  const isComparable = price.kind === 'priced' && price.source === 'card' && estimateNanoUsd !== undefined;
  return isComparable && estimateNanoUsd !== price.listNanoUsd;
}
