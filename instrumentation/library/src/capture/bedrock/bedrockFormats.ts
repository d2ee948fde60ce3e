import type { FieldTree } from '../wire/fieldTree.ts';
import type { WireFormat } from '../wire/wireFormat.ts';
import { bedrockModel } from './bedrockModel.ts';
import { bedrockPath } from './bedrockPath.ts';
import { bedrockUsage } from './bedrockUsage.ts';
import { readBedrockHeaders } from './readBedrockHeaders.ts';
import { takeBedrockField } from './takeBedrockField.ts';

const CONVERSE: FieldTree = {
  stopReason: 'finishReason',
  usage: {
    inputTokens: '#inputTokens',
    outputTokens: '#outputTokens',
    cacheReadInputTokens: '#cacheReadTokens',
    cacheWriteInputTokens: '#cacheWriteTokens',
    cacheDetails: { ttl: 'cacheTtl', inputTokens: '#cacheTtlTokens' },
  },
  serviceTier: { type: 'serviceTier' },
  performanceConfig: { latency: 'speed' },
  // A prompt router says which model it chose.
  trace: { promptRouter: { invokedModelId: 'model' } },
};
const ANTHROPIC_USAGE: FieldTree = {
  input_tokens: '#inputTokens',
  output_tokens: '#outputTokens',
  cache_read_input_tokens: '#cacheReadTokens',
  cache_creation_input_tokens: '#cacheWriteTokens',
  cache_creation: {
    ephemeral_5m_input_tokens: '#cacheWrite5mTokens',
    ephemeral_1h_input_tokens: '#cacheWrite1hTokens',
  },
  output_tokens_details: { thinking_tokens: '#reasoningTokens' },
};
const NOVA_USAGE: FieldTree = {
  inputTokens: '#inputTokens',
  outputTokens: '#outputTokens',
  cacheReadInputTokenCount: '#cacheReadTokens',
  cacheWriteInputTokenCount: '#cacheWriteTokens',
};
/**
 * The bodies of Anthropic, Nova, Titan, Llama, Mistral, Cohere and OpenAI models, whole or as events. A model named in the
 * body is not read: it lacks the region and profile that the price depends on. Nor is an id: the call goes by AWS's own.
 */
const INVOKE: FieldTree = {
  type: 'eventType',
  stop_reason: 'finishReason',
  stopReason: 'finishReason',
  completionReason: 'finishReason',
  finish_reason: 'finishReason',
  delta: { stop_reason: 'finishReason' },
  messageStop: { stopReason: 'finishReason' },
  choices: { finish_reason: 'finishReason', stop_reason: 'finishReason' },
  outputs: { stop_reason: 'finishReason' },
  generations: { finish_reason: 'finishReason' },
  message: { usage: ANTHROPIC_USAGE },
  usage: { ...ANTHROPIC_USAGE, ...NOVA_USAGE, prompt_tokens: '#inputTokens', completion_tokens: '#outputTokens' },
  metadata: { usage: NOVA_USAGE },
  inputTextTokenCount: '#inputTokens',
  totalOutputTextTokenCount: '#outputTokens',
  results: { tokenCount: '#+outputTokens', completionReason: 'finishReason' },
  prompt_token_count: '#inputTokens',
  generation_token_count: '#outputTokens',
  'amazon-bedrock-invocationMetrics': {
    inputTokenCount: '#meteredInputTokens',
    outputTokenCount: '#meteredOutputTokens',
    cacheReadInputTokenCount: '#meteredCacheReadTokens',
    cacheWriteInputTokenCount: '#meteredCacheWriteTokens',
  },
};

const format = (pathSuffix: string, tree: FieldTree, terminalEvents: readonly string[] = []): WireFormat => ({
  pathSuffix,
  pathPart: '/model/',
  operation: 'chat',
  body: tree,
  event: tree,
  telling: [],
  terminalEvents,
  isStream: terminalEvents.length > 0,
  fromPath: bedrockPath,
  fromHeaders: readBedrockHeaders,
  modelName: bedrockModel,
  take: takeBedrockField,
  usage: bedrockUsage,
});

/** AWS Bedrock's runtime. Streams are frames of `application/vnd.amazon.eventstream`, whose last one brings the usage. */
export const BEDROCK_FORMATS: readonly WireFormat[] = [
  format('/converse', CONVERSE),
  format('/converse-stream', CONVERSE, ['metadata']),
  format('/invoke', INVOKE),
  format('/invoke-with-response-stream', INVOKE, ['message_stop', 'amazon-bedrock-invocationMetrics']),
];
