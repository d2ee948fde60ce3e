import { TOKEN_TYPES, type Component } from '../contract/index.ts';
import { attoUsd } from './attoUsd.ts';
import type { TierTerms } from './priceOverlay.ts';

/**
 * What service tiers do to list rates, where the catalogue says nothing: `[provider, model, tier, effect]`, provider and
 * model as the catalogue names them. The effect is a factor on every token type (tool fees have no tiers), factors by
 * component, or rates in USD per million. A tier that is not here has no known price: its calls are unpriced
 * (`service_tier_<tier>`) until a prices file gives one.
 *
 * Sources: price pages of OpenAI (batch, flex, priority), Anthropic (batch; fast mode; 1.1 for inference in the US),
 * Google (batch and flex half price; whether that holds for cached input is not said, so it is left out), Azure (global
 * batch), AWS (batch inference). Priority rates as of LiteLLM's catalogue of September 2026.
 */
const LIST: readonly (readonly [provider: string, model: string | undefined, tier: string, effect: Effect])[] = [
  ['openai', undefined, 'batch', '0.5'],
  ['openai', undefined, 'flex', '0.5'],
  ['openai', 'gpt-4o', 'priority', '1.7'],
  ['openai', 'gpt-4o-mini', 'priority', { rates: { input: '0.25', cache_read: '0.125', output: '1', reasoning: '1' } }],
  ['openai', 'gpt-4.1', 'priority', '1.75'],
  ['openai', 'gpt-4.1-mini', 'priority', '1.75'],
  ['openai', 'gpt-4.1-nano', 'priority', '2'],
  ['openai', 'gpt-5', 'priority', '2'],
  ['openai', 'gpt-5-mini', 'priority', '1.8'],
  ['openai', 'gpt-5.1', 'priority', '2'],
  ['openai', 'gpt-5.2', 'priority', '2'],
  ['openai', 'gpt-5.4', 'priority', '2'],
  ['openai', 'gpt-5.4-mini', 'priority', '2'],
  ['openai', 'gpt-6-sol', 'priority', '2'],
  ['azure', undefined, 'batch', '0.5'],
  ['anthropic', undefined, 'batch', '0.5'],
  ['anthropic', undefined, 'geo_us', '1.1'],
  ['anthropic', 'claude-opus-4-6', 'fast', '6'],
  ['anthropic', 'claude-opus-5', 'fast', '2'],
  ['google', undefined, 'batch', uncached('0.5')],
  ['google', undefined, 'flex', uncached('0.5')],
  ['aws', undefined, 'batch', '0.5'],
];

type Factors = Readonly<Partial<Record<Component, string>>>;
type Effect = string | { readonly factors: Factors } | { readonly rates: Factors };

/** The list's tiers as terms, in force at any time. */
export const LIST_TIERS: readonly TierTerms[] = LIST.map(([provider, model, tier, effect]) => ({
  id: 'list',
  provider,
  model,
  tier,
  fromMs: -Infinity,
  toMs: Infinity,
  multipliers: scaled(
    typeof effect === 'string' ? everyToken(effect) : 'factors' in effect ? effect.factors : {},
    10n ** 12n
  ),
  rates: scaled(typeof effect === 'object' && 'rates' in effect ? effect.rates : {}, 1_000_000n),
}));

function everyToken(factor: string): Factors {
  return Object.fromEntries(TOKEN_TYPES.map((type) => [type, factor]));
}

function uncached(factor: string): Effect {
  const types = TOKEN_TYPES.filter((type) => !type.startsWith('cache_'));
  return { factors: Object.fromEntries(types.map((type) => [type, factor])) };
}

function scaled(amounts: Factors, per: bigint): TierTerms['rates'] {
  return Object.fromEntries(Object.entries(amounts).map(([component, amount]) => [component, attoUsd(amount, per)]));
}
