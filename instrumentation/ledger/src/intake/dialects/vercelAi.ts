import { ATTRIBUTE } from '@ai-finops/instrumentation/contract';
import type { Dialect } from './dialect.ts';
import { GEN_AI_FIELDS } from './genAiFields.ts';

/** Vercel AI SDK 4 to 6 (`experimental_telemetry`): the call is the inner span, the outer one repeats its sums. */
export const VERCEL_AI: Dialect = {
  name: 'Vercel AI SDK 4 to 6',
  kind: 'ai.operationId',
  calls: [
    'ai.generateText.doGenerate',
    'ai.streamText.doStream',
    'ai.generateObject.doGenerate',
    'ai.streamObject.doStream',
    'ai.embed.doEmbed',
    'ai.embedMany.doEmbed',
  ],
  fields: {
    ...GEN_AI_FIELDS,
    provider: ['gen_ai.system', 'ai.model.provider'],
    responseModel: [ATTRIBUTE.responseModel, 'ai.response.model', 'ai.model.id'],
    input: [ATTRIBUTE.inputTokens, 'ai.usage.inputTokens', 'ai.usage.promptTokens', 'ai.usage.tokens'],
    output: [ATTRIBUTE.outputTokens, 'ai.usage.outputTokens', 'ai.usage.completionTokens'],
    total: ['ai.usage.totalTokens'],
    cacheRead: [...(GEN_AI_FIELDS.cacheRead ?? []), 'ai.usage.cachedInputTokens'],
    reasoning: ['ai.usage.reasoningTokens'],
    stopReason: ['ai.response.finishReason', ...(GEN_AI_FIELDS.stopReason ?? [])],
    feature: [ATTRIBUTE.feature, 'ai.telemetry.metadata.feature'],
    team: [ATTRIBUTE.team, 'ai.telemetry.metadata.team'],
    tenant: [ATTRIBUTE.tenant, 'ai.telemetry.metadata.tenant'],
  },
};
