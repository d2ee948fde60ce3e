/** The difference of two amounts, by quantity and by price. */
export interface Split {
  readonly volumeNanoUsd: bigint;
  readonly priceNanoUsd: bigint;
}

/**
 * `volume = (qB - qE) · pE`, at the price of the estimate; `price` is the rest, `(pB - pE) · qB`, so that both add up
 * exactly: 1,000 tokens estimated at $2 in all, 1,200 billed at $3.00: volume +$0.40, price +$0.60.
 *
 * @param estimate quantity above 0
 */
export function splitDifference(
  estimate: { readonly quantity: bigint; readonly nanoUsd: bigint },
  bill: { readonly quantity: bigint; readonly nanoUsd: bigint }
): Split {
  const volumeNanoUsd = divideRound((bill.quantity - estimate.quantity) * estimate.nanoUsd, estimate.quantity);
  return { volumeNanoUsd, priceNanoUsd: bill.nanoUsd - estimate.nanoUsd - volumeNanoUsd };
}

/** To the nearest, halves away from 0. @param by above 0 */
function divideRound(value: bigint, by: bigint): bigint {
  const half = value < 0n ? -by : by;
  return (2n * value + half) / (2n * by);
}
