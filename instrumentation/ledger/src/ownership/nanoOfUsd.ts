import { attoUsd } from '@ai-finops/instrumentation/pricing';

const ATTO_IN_NANO = 10n ** 9n;

/**
 * An amount of USD as people write it, in nano-USD; what is smaller is cut.
 *
 * @example nanoOfUsd('0.30') // => 300_000_000n
 * @throws RangeError when it is not a non-negative decimal number
 */
export function nanoOfUsd(usd: string): bigint {
  return attoUsd(usd, 1n) / ATTO_IN_NANO;
}
