import type { Quantities } from '@ai-finops/instrumentation/pricing';
import type { SQLOutputValue } from 'node:sqlite';
import { QUANTITY_COLUMNS } from './quantityColumns.ts';

/** What a kept call says about its price. */
export interface StoredCall {
  readonly startUs: number;
  /** With fees; what is in no usage stands here too. */
  readonly quantities: Quantities;
  /** undefined where the call is unpriced. */
  readonly nanoUsd: bigint | undefined;
  readonly listNanoUsd: bigint | undefined;
  /** Why the cost is unknown; '' where it is known. */
  readonly unpriced: string;
  /** The id of the card that priced it; '' where none did. */
  readonly rateCard: string;
}

/** Reads a row of a table of calls, integers as bigints, `rate_card` as its text. */
export function storedCall(row: Readonly<Record<string, SQLOutputValue>>, rateCard: string): StoredCall {
  const quantities: Record<string, number> = {};
  for (const component of QUANTITY_COLUMNS) {
    const quantity = row[component];
    if (typeof quantity === 'bigint' && quantity > 0n) {
      quantities[component] = Number(quantity);
    }
  }
  const other = row['other_quantities'];
  if (typeof other === 'string') {
    Object.assign(quantities, JSON.parse(other));
  }
  return {
    startUs: Number(row['start_us']),
    quantities,
    nanoUsd: (row['cost'] as bigint | null) ?? undefined,
    listNanoUsd: (row['list'] as bigint | null) ?? undefined,
    unpriced: (row['unpriced'] as string | null) ?? '',
    rateCard,
  };
}
