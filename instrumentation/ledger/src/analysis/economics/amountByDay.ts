/**
 * Nano-USD that held from a day (since the epoch) on, until the next; earliest first. The first may have held since ever.
 */
export type AmountByDay = readonly { readonly from: number | undefined; readonly nanoUsd: bigint }[];

/**
 * The amount that held on a day; undefined before the first one, and where there is none.
 *
 * @example $0.30 since ever, $0.35 from the 10th: on the 9th $0.30, on the 10th $0.35
 */
export function amountOn(amounts: AmountByDay | undefined, day: number): bigint | undefined {
  return amounts?.findLast(({ from }) => from === undefined || from <= day)?.nanoUsd;
}
