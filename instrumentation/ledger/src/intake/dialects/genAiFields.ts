import { ATTRIBUTE } from '@ai-finops/instrumentation/contract';
import type { Dialect } from './dialect.ts';

/** The `gen_ai.*` names, the current one first: instrumentations mix generations. */
export const GEN_AI_FIELDS: Dialect['fields'] = {
  provider: [ATTRIBUTE.provider, 'gen_ai.system'],
  responseModel: [ATTRIBUTE.responseModel],
  requestModel: [ATTRIBUTE.requestModel],
  input: [ATTRIBUTE.inputTokens, 'gen_ai.usage.prompt_tokens'],
  output: [ATTRIBUTE.outputTokens, 'gen_ai.usage.completion_tokens'],
  total: ['gen_ai.usage.total_tokens', 'llm.usage.total_tokens'],
  cacheRead: [
    ATTRIBUTE.cacheReadTokens,
    'gen_ai.usage.cache_read_input_tokens',
    'gen_ai.usage.details.cache_read_input_tokens',
  ],
  cacheWrite: [
    ATTRIBUTE.cacheWriteTokens,
    'gen_ai.usage.cache_creation.input_tokens',
    'gen_ai.usage.cache_creation_input_tokens',
    'gen_ai.usage.cache_write_input_tokens',
  ],
  cacheWrite5m: [ATTRIBUTE.cacheWrite5mTokens, 'anthropic.usage.cache_creation.ephemeral_5m_input_tokens'],
  cacheWrite1h: [ATTRIBUTE.cacheWrite1hTokens, 'anthropic.usage.cache_creation.ephemeral_1h_input_tokens'],
  reasoning: [ATTRIBUTE.reasoningTokens, 'gen_ai.usage.reasoning_tokens', 'gen_ai.usage.details.reasoning_tokens'],
  audioInput: [ATTRIBUTE.audioInputTokens],
  audioOutput: [ATTRIBUTE.audioOutputTokens],
  serviceTier: [
    ATTRIBUTE.serviceTier,
    'openai.response.service_tier',
    'gen_ai.openai.response.service_tier',
    'anthropic.response.service_tier',
  ],
  stopReason: [
    ATTRIBUTE.finishReasons,
    'gen_ai.completion.0.finish_reason',
    'llm.response.finish_reason',
    'llm.response.stop_reason',
  ],
  feature: [ATTRIBUTE.feature],
  team: [ATTRIBUTE.team],
  tenant: [ATTRIBUTE.tenant],
  conversation: ['gen_ai.conversation.id'],
};
