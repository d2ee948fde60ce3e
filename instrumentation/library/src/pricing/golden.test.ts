import type { Component } from '../contract/index.ts';
import { createPriceBook } from './createPriceBook.ts';
import { priceCall } from './priceCall.ts';

/*
 * Cases worked out by hand from the providers' price pages: model, day, usage, USD. Each is one on which a catalogue or
 * an instrumentation is known to go wrong.
 */
const CASES: readonly (readonly [
  what: string,
  provider: string,
  model: string,
  day: string,
  quantities: Partial<Record<Component, number>>,
  usd: number | string,
])[] = [
  ['an hour of cache is 2 ×, not 1.25 ×', 'anthropic', 'claude-sonnet-4-5', '2026-11-22', { cache_write_1h: 1e6 }, 12],
  ['... below 200k', 'anthropic', 'claude-sonnet-4-5', '2026-11-22', { cache_write_1h: 1e5 }, 0.6],
  ['five minutes of cache', 'anthropic', 'claude-sonnet-4-5', '2026-11-22', { cache_write_5m: 1e5 }, 0.375],
  ['a step raises the whole request', 'google', 'gemini-2.5-pro', '2026-11-22', { input: 300_000 }, 0.75],
  ['at the step it does not', 'google', 'gemini-2.5-pro', '2026-11-22', { input: 200_000 }, 0.25],
  ['272,000 is beyond the step', 'openai', 'gpt-5.4', '2026-11-22', { input: 272_000 }, 1.36],
  ['271,999 is not', 'openai', 'gpt-5.4', '2026-11-22', { input: 271_999 }, 0.6799975],
  ['o3 before June 2025', 'openai', 'o3', '2025-06-01', { input: 1e6, output: 1e6 }, 50],
  ['o3 after', 'openai', 'o3', '2025-06-20', { input: 1e6, output: 1e6 }, 10],
  [
    'a region of Bedrock costs 10 % more',
    'aws.bedrock',
    'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
    '2026-11-22',
    { input: 1e5 },
    0.33,
  ],
  [
    '... in Europe too',
    'aws.bedrock',
    'eu.anthropic.claude-sonnet-4-5-20250929-v1:0',
    '2026-11-22',
    { input: 1e5 },
    0.33,
  ],
  [
    'global inference does not',
    'aws.bedrock',
    'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
    '2026-11-22',
    { input: 1e5 },
    0.3,
  ],
  [
    'an inference profile names its model',
    'aws.bedrock',
    'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0',
    '2026-11-22',
    { input: 1e5 },
    0.33,
  ],
  [
    'an application inference profile does not',
    'aws.bedrock',
    'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2',
    '2026-11-22',
    { input: 1 },
    'unknown_model',
  ],
  [
    'Bedrock has no rate for an hour of cache',
    'aws.bedrock',
    'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
    '2026-11-22',
    { cache_write_1h: 1 },
    'no_rate_cache_write_1h',
  ],
  [
    'nor Vertex',
    'gcp.vertex_ai',
    'claude-sonnet-4-5@20250929',
    '2026-11-22',
    { cache_write_1h: 1 },
    'no_rate_cache_write_1h',
  ],
  ['Vertex spellings', 'gcp.vertex_ai', 'claude-sonnet-4-5@20250929', '2026-11-22', { input: 1e5 }, 0.3],
  [
    '... and paths',
    'gcp.vertex_ai',
    'publishers/anthropic/models/claude-sonnet-4-5',
    '2026-11-22',
    { input: 1e5 },
    0.3,
  ],
  [
    'a fine-tuned model has its own rate',
    'openai',
    'ft:gpt-4o-mini-2024-07-18:acme::abc',
    '2026-11-22',
    { input: 1e6 },
    0.3,
  ],
  ['audio is not text', 'openai', 'gpt-4o-audio-preview', '2026-11-22', { input_audio: 1000 }, 'no_rate_input_audio'],
  [
    '... where its rate is known',
    'openai',
    'gpt-audio',
    '2026-11-22',
    { input_audio: 1000, output_audio: 1000, input: 1000 },
    0.0985,
  ],
  ['cached audio', 'openai', 'gpt-realtime', '2026-11-22', { cache_read_audio: 1000, cache_read: 1000 }, 0.0008],
  ['an image as input is text', 'google', 'gemini-2.5-flash', '2026-11-22', { input_image: 1000 }, 0.0003],
  ['... unless billed apart', 'openai', 'gpt-image-1', '2026-11-22', { input_image: 1000, input: 1000 }, 0.015],
  [
    'an image as output is not',
    'google',
    'gemini-2.5-flash-image',
    '2026-11-22',
    { output_image: 1290, output: 10 },
    0.038725,
  ],
  ['... of a model of images', 'openai', 'gpt-image-1', '2026-11-22', { output_image: 1000 }, 0.04],
  ['... of one that only writes', 'openai', 'gpt-4o', '2026-11-22', { output_image: 1 }, 'no_rate_output_image'],
  ['searches', 'openai', 'gpt-4o', '2026-11-22', { web_search: 3, file_search: 2 }, 0.035],
  ['an Azure deployment says nothing', 'azure.ai.openai', 'prod-chat', '2026-11-22', { input: 1 }, 'unknown_model'],
];

test.each(CASES)('%s: %s %s', (_what, provider, model, day, quantities, usd) => {
  const card = createPriceBook().resolve({ provider, model, atMs: Date.parse(`${day}T12:00:00Z`) });
  const priced = priceCall({ quantities, card });
  expect(priced.kind === 'priced' ? Number(priced.nanoUsd) / 1e9 : priced.reason).toBe(usd);
});
