const RATIO =
  /^(?<provider>.{1,256}?)(?::(?<month>\d{4}-(?:0[1-9]|1[0-2])))?:(?<whole>\d{1,6})(?:\.(?<part>\d{1,18}))?$/su;
const DIGITS = 12;

export interface ProviderRatio {
  readonly provider: string;
  /** UTC month that it is of, YYYY-MM; undefined: of all that have none of their own. */
  readonly month: string | undefined;
  /** In units of 10⁻¹²; digits beyond are cut. */
  readonly ratio: bigint;
}

/**
 * What a provider's cost is multiplied by; undefined where it is not above 0, or not that.
 *
 * @example readProviderRatio('openai:2026-09:1.025') // => { provider: 'openai', month: '2026-09', ratio: 1_025_000_000_000n }
 */
export function readProviderRatio(text: string): ProviderRatio | undefined {
  const { provider, month, whole, part = '' } = RATIO.exec(text)?.groups ?? {};
  if (provider === undefined) {
    return undefined;
  }
  const ratio = BigInt(`${whole}${part.slice(0, DIGITS).padEnd(DIGITS, '0')}`);
  return ratio > 0n ? { provider, month, ratio } : undefined;
}
