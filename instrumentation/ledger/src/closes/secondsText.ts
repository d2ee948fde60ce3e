import { usdText } from '../books/usdText.ts';

/**
 * A sum of times, kept in ms, as its exact decimal in seconds.
 *
 * @example secondsText(5_400_250n) // => '5400.25'
 */
export function secondsText(ms: bigint): string {
  return usdText(ms * 1_000_000n);
}
