import { anthropicExchange } from './anthropicExchange.ts';
import type { RecordedExchange } from './recordedExchange.ts';
import { responsesExchange } from './responsesExchange.ts';

const event = (type: string, rest: object) => `event: ${type}\ndata: ${JSON.stringify({ type, ...rest })}\n\n`;
const openai = { provider: 'openai', host: 'api.openai.com' };
const vertex = '/v1/projects/p/locations/us-east5/publishers/anthropic/models/claude-sonnet-4-5@20250929';

const imageUsage = {
  total_tokens: 4260,
  input_tokens: 100,
  output_tokens: 4160,
  input_tokens_details: { text_tokens: 60, image_tokens: 40 },
};
const speechUsage = { type: 'tokens', input_tokens: 140, output_tokens: 32, total_tokens: 172 };
const transcriptUsage = { ...speechUsage, input_token_details: { text_tokens: 12, audio_tokens: 128 } };

const step = { cache_read_input_tokens: 0, cache_creation_input_tokens: 0, cache_creation: null };
const compacted = {
  input_tokens: 23000,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
  cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
  output_tokens: 1000,
  service_tier: 'priority',
  inference_geo: 'us',
  iterations: [
    {
      type: 'compaction',
      input_tokens: 150000,
      output_tokens: 3500,
      cache_read_input_tokens: 30000,
      cache_creation_input_tokens: 800,
      cache_creation: { ephemeral_5m_input_tokens: 800, ephemeral_1h_input_tokens: 0 },
    },
    { ...step, model: 'claude-opus-4-8', input_tokens: 23000, output_tokens: 1000, type: 'message' },
  ],
};
const compactedMessage = {
  id: 'msg_013Zva2CMHLNnXjNJJKqJ2EF',
  type: 'message',
  role: 'assistant',
  model: 'claude-opus-4-8',
};

const toolResponse = {
  id: 'resp_68af4030baa48193b0b43b4c2a176a1a',
  object: 'response',
  status: 'completed',
  model: 'gpt-5.1-2025-11-13',
  output: [
    { id: 'ws_1', type: 'web_search_call', status: 'completed', action: { type: 'search', query: 'a', sources: [] } },
    { id: 'ws_2', type: 'web_search_call', status: 'completed', action: { type: 'open_page', url: 'https://a.test' } },
    { id: 'ws_3', type: 'web_search_call', status: 'completed', action: { type: 'search', queries: ['b', 'c'] } },
    { id: 'fs_1', type: 'file_search_call', status: 'completed', queries: ['type'], results: null },
    { id: 'm', type: 'message', content: [{ type: 'web_search_call', text: 'not a call', annotations: [] }] },
  ],
  service_tier: 'default',
  usage: {
    input_tokens: 9000,
    input_tokens_details: {
      cached_tokens: 0,
      cache_write_tokens_details: { ttl_30m_tokens: 100, ttl_12h_tokens: 28 },
    },
    output_tokens: 300,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: 9300,
  },
};

/** The other formats, each as its provider sends it. */
export const formatExchanges: readonly RecordedExchange[] = [
  {
    ...openai,
    path: '/v1/embeddings',
    id: undefined,
    model: 'text-embedding-3-small',
    usage: { inputTokens: 512, outputTokens: 0 },
    body: JSON.stringify({
      object: 'list',
      data: [0, 1, 2].map((index) => ({
        object: 'embedding',
        index,
        embedding: Array.from({ length: 300 }, (_none, at) => Math.sin(at * (index + 1)) / 10),
      })),
      model: 'text-embedding-3-small',
      usage: { prompt_tokens: 512, total_tokens: 512 },
    }),
  },
  {
    ...openai,
    path: '/v1/completions',
    id: 'cmpl-uqkvlQyYK7bGYrRHQ0eXlWi7',
    model: 'gpt-3.5-turbo-instruct',
    usage: { inputTokens: 5, outputTokens: 7 },
    body: JSON.stringify({
      id: 'cmpl-uqkvlQyYK7bGYrRHQ0eXlWi7',
      object: 'text_completion',
      created: 1589478378,
      model: 'gpt-3.5-turbo-instruct',
      choices: [{ text: '\n\n"usage":{"prompt_tokens":9}', index: 0, logprobs: null, finish_reason: 'length' }],
      usage: { prompt_tokens: 5, completion_tokens: 7, total_tokens: 12 },
    }),
  },
  {
    ...openai,
    path: '/v1/responses',
    id: toolResponse.id,
    model: toolResponse.model,
    usage: {
      inputTokens: 9000,
      outputTokens: 300,
      cacheWriteTokens: 128,
      webSearches: 2,
      fileSearches: 1,
    },
    body: JSON.stringify(toolResponse),
    stream: [
      event('response.created', { response: { ...toolResponse, status: 'in_progress', output: [], usage: null } }),
      ...toolResponse.output.map((item, at) => event('response.output_item.done', { output_index: at, item })),
      event('response.completed', { response: toolResponse }),
    ],
  },
  { ...openai, ...responsesExchange, path: '/v1/responses' },
  {
    ...openai,
    path: '/v1/images/generations',
    id: undefined,
    model: undefined,
    usage: { inputTokens: 100, outputTokens: 4160, imageInputTokens: 40, imageOutputTokens: 4160 },
    body: JSON.stringify({ created: 1713833628, data: [{ b64_json: 'iVBORw0KGgo'.repeat(200) }], usage: imageUsage }),
    stream: [
      event('image_generation.partial_image', { b64_json: 'iVBORw0KGgo'.repeat(50), partial_image_index: 0 }),
      event('image_generation.completed', { b64_json: 'iVBORw0KGgo'.repeat(200), usage: imageUsage }),
    ],
  },
  {
    ...openai,
    path: '/v1/audio/transcriptions',
    id: undefined,
    model: undefined,
    usage: { inputTokens: 140, outputTokens: 32, audioInputTokens: 128 },
    body: JSON.stringify({ text: 'He said: "usage":{"input_tokens":1}', usage: transcriptUsage }),
    stream: [
      event('transcript.text.delta', { delta: 'He said' }),
      event('transcript.text.done', { text: 'He said "usage":{"input_tokens":1}', usage: transcriptUsage }),
    ],
  },
  {
    provider: 'anthropic',
    host: 'api.anthropic.com',
    path: '/v1/messages?beta=true',
    id: compactedMessage.id,
    model: compactedMessage.model,
    // All steps: 173,000 uncached, 30,000 read, 800 written.
    usage: {
      inputTokens: 203800,
      outputTokens: 4500,
      cacheReadTokens: 30000,
      cacheWriteTokens: 800,
      cacheWrite5mTokens: 800,
      cacheWrite1hTokens: 0,
    },
    body: JSON.stringify({ ...compactedMessage, content: [], stop_reason: 'end_turn', usage: compacted }),
    stream: [
      event('message_start', {
        message: { ...compactedMessage, usage: { ...compacted, output_tokens: 1, iterations: null } },
      }),
      event('content_block_delta', {
        index: 0,
        delta: { type: 'text_delta', text: '"iterations":[{"type":"compaction"}]' },
      }),
      event('message_delta', { delta: { stop_reason: 'end_turn' }, usage: compacted }),
      event('message_stop', {}),
    ],
  },
  {
    ...anthropicExchange,
    provider: 'gcp.vertex_ai',
    host: 'us-east5-aiplatform.googleapis.com',
    path: `${vertex}:rawPredict`,
  },
  {
    ...anthropicExchange,
    provider: 'gcp.vertex_ai',
    host: 'aiplatform.googleapis.com',
    path: `${vertex}:streamRawPredict`,
  },
];
