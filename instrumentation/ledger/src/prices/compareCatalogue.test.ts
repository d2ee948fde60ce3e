import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { compareCatalogue } from './compareCatalogue.ts';
import { readLitellm } from './readLitellm.ts';
import { readModelsDev } from './readModelsDev.ts';

const book = createPriceBook();
const atMs = Date.UTC(2026, 10, 22, 12);

/** In the shape of LiteLLM's file: plain keys, provider prefixes, regions, image sizes, long-context steps. */
const litellm = {
  sample_spec: { input_cost_per_token: 0, litellm_provider: 'one of https://docs.litellm.ai/docs/providers' },
  '1024-x-1024/dall-e-2': { input_cost_per_pixel: 1.9e-8, litellm_provider: 'openai' },
  'gpt-5-mini': {
    litellm_provider: 'openai',
    input_cost_per_token: 2.5e-7,
    input_cost_per_token_flex: 1.25e-7,
    cache_read_input_token_cost: 2.5e-8,
    output_cost_per_token: 2e-6,
  },
  'gpt-5.4': { litellm_provider: 'openai', input_cost_per_token: 2.5e-6, input_cost_per_token_above_272k_tokens: 5e-6 },
  'gpt-4o-audio-preview': {
    litellm_provider: 'openai',
    input_cost_per_audio_token: 4e-5,
    input_cost_per_token: 2.5e-6,
  },
  'claude-sonnet-4-5': {
    litellm_provider: 'anthropic',
    cache_creation_input_token_cost_above_1hr: 5e-6,
    output_cost_per_token_above_200k_tokens: 2.25e-5,
  },
  'gemini/gemini-2.5-pro': { litellm_provider: 'gemini', output_cost_per_token: 1.2e-5 },
  'bedrock/us-gov-west-1/anthropic.claude-sonnet-4-5-20250929-v1:0': {
    litellm_provider: 'bedrock',
    input_cost_per_token: 3.6e-6,
  },
  'us.anthropic.claude-sonnet-4-5-20250929-v1:0': {
    litellm_provider: 'bedrock_converse',
    input_cost_per_token: 3.3e-6,
  },
  'gpt-99': { litellm_provider: 'openai', input_cost_per_token: 1 },
};

test('lists the rates on which LiteLLM and we differ, long context included', () => {
  expect(compareCatalogue(readLitellm(litellm) ?? [], book, atMs)).toEqual({
    disagreements: [
      {
        provider: 'anthropic',
        model: 'claude-sonnet-4-5',
        component: 'cache_write_1h',
        ours: '6',
        theirs: '5',
        ratio: '0.8333',
      },
      { provider: 'google', model: 'gemini-2.5-pro', component: 'output', ours: '10', theirs: '12', ratio: '1.2' },
    ],
    rates: 10,
    models: 6,
    unknownModels: 1,
    unknownRates: 1,
  });
});

test('reads models.dev', () => {
  const modelsDev = {
    openai: {
      id: 'openai',
      models: {
        'gpt-5-mini': { id: 'gpt-5-mini', cost: { input: 0.25, output: 2, cache_read: 0.03 } },
        'gpt-5.4': { cost: { input: 2.5, tiers: [{ input: 6, tier: { type: 'context', size: 272_000 } }] } },
        free: { id: 'free' },
      },
    },
    google: { models: { 'gemini-2.5-pro': { cost: { input: 1.25, context_over_200k: { output: 16 } } } } },
    'somebody-else': { models: { 'gpt-5-mini': { cost: { input: 9 } } } },
  };
  expect(compareCatalogue(readModelsDev(modelsDev) ?? [], book, atMs).disagreements).toEqual([
    { provider: 'openai', model: 'gpt-5-mini', component: 'cache_read', ours: '0.025', theirs: '0.03', ratio: '1.2' },
    { provider: 'openai', model: 'gpt-5.4', component: 'input >272000', ours: '5', theirs: '6', ratio: '1.2' },
    {
      provider: 'google',
      model: 'gemini-2.5-pro',
      component: 'output >200000',
      ours: '15',
      theirs: '16',
      ratio: '1.067',
    },
  ]);
});

test('what is neither is not taken for one', () => {
  expect(readLitellm({ 'gpt-5': { input: 1 } })).toBeUndefined();
  expect(readModelsDev({ 'gpt-5': { litellm_provider: 'openai' }, models: [] })).toBeUndefined();
});
