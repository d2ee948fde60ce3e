import type { Component } from '@ai-finops/instrumentation/contract';
import { attoUsd } from '@ai-finops/instrumentation/pricing';
import type { ListedRate } from './listedRate.ts';

const PROVIDERS: Readonly<Record<string, string>> = {
  openai: 'openai',
  azure: 'azure',
  anthropic: 'anthropic',
  bedrock: 'aws',
  bedrock_converse: 'aws',
  gemini: 'google',
  'vertex_ai-language-models': 'google',
  'vertex_ai-anthropic_models': 'google',
  mistral: 'mistral',
  groq: 'groq',
  deepseek: 'deepseek',
  xai: 'x-ai',
  cohere_chat: 'cohere',
  perplexity: 'perplexity',
  together_ai: 'together',
  fireworks_ai: 'fireworks',
  openrouter: 'openrouter',
};
/** Providers whose own model names hold slashes. */
const NESTED = new Set(['together', 'fireworks', 'openrouter']);
const FIELDS: Readonly<Record<string, Component>> = {
  input_cost_per_token: 'input',
  output_cost_per_token: 'output',
  output_cost_per_reasoning_token: 'reasoning',
  cache_read_input_token_cost: 'cache_read',
  cache_creation_input_token_cost: 'cache_write',
  cache_creation_input_token_cost_above_1hr: 'cache_write_1h',
  input_cost_per_audio_token: 'input_audio',
  output_cost_per_audio_token: 'output_audio',
  input_cost_per_image_token: 'input_image',
  output_cost_per_image_token: 'output_image',
};
const STEP = /^(.+)_above_(\d+)k_tokens$/;

/** Reads LiteLLM's `model_prices_and_context_window.json`; undefined where it is not that. Rates there are per token. */
export function readLitellm(json: Readonly<Record<string, unknown>>): ListedRate[] | undefined {
  const entries = Object.entries(json).filter(([, entry]) => providerOf(entry) !== undefined);
  if (entries.length === 0) {
    return undefined;
  }
  return entries.flatMap(([key, entry]) => {
    const provider = PROVIDERS[providerOf(entry) ?? ''];
    const model = provider === undefined ? undefined : modelOf(key, provider);
    return provider === undefined || model === undefined ? [] : ratesOf(entry as object, { provider, model });
  });
}

function providerOf(entry: unknown): string | undefined {
  const provider: unknown =
    typeof entry === 'object' && entry !== null && 'litellm_provider' in entry ? entry.litellm_provider : undefined;
  return typeof provider === 'string' ? provider : undefined;
}

/** Keys are `model`, `provider/model`, or hold a region or an image size, which are other prices than the plain ones. */
function modelOf(key: string, provider: string): string | undefined {
  const [first = '', ...rest] = key.split('/');
  if (rest.length === 0) {
    return key;
  }
  const isPrefixed = first in PROVIDERS || first === 'vertex_ai';
  return isPrefixed && (rest.length === 1 || NESTED.has(provider)) ? rest.join('/') : undefined;
}

function ratesOf(entry: object, of: { provider: string; model: string }): ListedRate[] {
  return Object.entries(entry).flatMap(([field, value]) => {
    const [, base = field, thousands] = STEP.exec(field) ?? [];
    const component = Object.hasOwn(FIELDS, base) ? FIELDS[base] : undefined;
    const above = thousands === undefined ? -1 : Number(thousands) * 1_000;
    return component !== undefined && typeof value === 'number' && value >= 0
      ? [{ ...of, component, above, rate: attoUsd(value, 1n) }]
      : [];
  });
}
