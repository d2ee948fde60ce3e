import { usdText } from './usdText.ts';

/**
 * A sum of scores, kept in millionths, as its exact decimal.
 *
 * @example scoreText(1_250_000n) // => '1.25'
 */
export function scoreText(millionths: bigint): string {
  return usdText(millionths * 1_000n);
}
