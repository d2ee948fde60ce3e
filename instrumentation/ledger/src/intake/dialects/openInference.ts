import { ATTRIBUTE } from '@ai-finops/instrumentation/contract';
import type { Dialect } from './dialect.ts';

/** OpenInference (Arize). Prompt counts include the cache. */
export const OPEN_INFERENCE: Dialect = {
  name: 'OpenInference',
  kind: 'openinference.span.kind',
  calls: ['LLM', 'EMBEDDING'],
  fields: {
    // The host where it differs from the maker: Azure, AWS.
    provider: ['llm.provider', 'llm.system'],
    responseModel: ['llm.response.model_name', 'llm.model_name', 'embedding.model_name'],
    requestModel: ['llm.request.model_name'],
    input: ['llm.token_count.prompt'],
    output: ['llm.token_count.completion'],
    total: ['llm.token_count.total'],
    cacheRead: ['llm.token_count.prompt_details.cache_read'],
    cacheWrite: ['llm.token_count.prompt_details.cache_write'],
    reasoning: ['llm.token_count.completion_details.reasoning'],
    audioInput: ['llm.token_count.prompt_details.audio'],
    audioOutput: ['llm.token_count.completion_details.audio'],
    stopReason: ['llm.finish_reason', ATTRIBUTE.finishReasons],
    feature: [ATTRIBUTE.feature],
    team: [ATTRIBUTE.team],
    tenant: [ATTRIBUTE.tenant],
    conversation: ['session.id'],
  },
};
