import type { Component } from '@ai-finops/instrumentation/contract';
import { attoUsd } from '@ai-finops/instrumentation/pricing';
import type { ListedRate } from './listedRate.ts';

const PROVIDERS: Readonly<Record<string, string>> = {
  openai: 'openai',
  azure: 'azure',
  anthropic: 'anthropic',
  'amazon-bedrock': 'aws',
  google: 'google',
  'google-vertex': 'google',
  mistral: 'mistral',
  groq: 'groq',
  deepseek: 'deepseek',
  xai: 'x-ai',
  cohere: 'cohere',
  perplexity: 'perplexity',
  togetherai: 'together',
  'fireworks-ai': 'fireworks',
  openrouter: 'openrouter',
};
const FIELDS: readonly Component[] = [
  'input',
  'output',
  'reasoning',
  'cache_read',
  'cache_write',
  'input_audio',
  'output_audio',
];

type Json = Readonly<Record<string, unknown>>;

/** Reads models.dev's `api.json`; undefined where it is not that. Rates there are USD per million tokens. */
export function readModelsDev(json: Json): ListedRate[] | undefined {
  const providers = Object.entries(json).filter(([, provider]) => isRecord(provider) && isRecord(provider['models']));
  if (providers.length === 0) {
    return undefined;
  }
  return providers.flatMap(([id, entry]) => {
    const provider = Object.hasOwn(PROVIDERS, id) ? PROVIDERS[id] : undefined;
    const models = isRecord(entry) && isRecord(entry['models']) ? Object.entries(entry['models']) : [];
    return provider === undefined ? [] : models.flatMap(([model, listed]) => ratesOf(listed, { provider, model }));
  });
}

function ratesOf(listed: unknown, of: { provider: string; model: string }): ListedRate[] {
  const cost = isRecord(listed) ? listed['cost'] : undefined;
  if (!isRecord(cost)) {
    return [];
  }
  const tiers = Array.isArray(cost['tiers']) ? cost['tiers'].filter(isRecord) : [];
  const steps: (readonly [above: number, rates: Json])[] = [
    [-1, cost],
    ...(isRecord(cost['context_over_200k']) ? [[200_000, cost['context_over_200k']] as const] : []),
    ...tiers.map((tier) => [isRecord(tier['tier']) ? Number(tier['tier']['size']) : NaN, tier] as const),
  ];
  return steps.flatMap(([above, rates]) =>
    FIELDS.flatMap((component) => {
      const value = rates[component];
      return typeof value === 'number' && value >= 0 && Number.isSafeInteger(above)
        ? [{ ...of, component, above, rate: attoUsd(value, 1_000_000n) }]
        : [];
    })
  );
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
