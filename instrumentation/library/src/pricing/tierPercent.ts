const STANDARD = new Set(['', 'auto', 'default', 'standard', 'on_demand']);

const HALF_PRICE: Readonly<Record<string, ReadonlySet<string>>> = {
  openai: new Set(['flex', 'batch']),
  anthropic: new Set(['batch']),
};

/**
 * Price of a service tier in percent of the standard one, for tokens (tool fees are never discounted), or undefined
 * where it is not known: dearer tiers (`priority`) have rates of their own. The tier is the one the response names.
 * Sources: OpenAI's and Anthropic's price lists, batch and flex 50 %.
 */
export function tierPercent(provider: string, serviceTier: string | undefined): bigint | undefined {
  if (serviceTier === undefined || STANDARD.has(serviceTier)) {
    return 100n;
  }
  return HALF_PRICE[provider]?.has(serviceTier) ? 50n : undefined;
}
