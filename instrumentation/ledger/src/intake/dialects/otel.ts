import { ATTRIBUTE } from '@ai-finops/instrumentation/contract';
import type { Dialect } from './dialect.ts';
import { GEN_AI_FIELDS } from './genAiFields.ts';

/**
 * OpenTelemetry's GenAI conventions from 1.27 on, and who follows them: the official instrumentations, Anthropic's own
 * telemetry, Vercel AI SDK 7, Pydantic AI, OpenLIT. Agents, tools and `fetch_response` are no calls of a model.
 */
export const OTEL: Dialect = {
  name: 'OpenTelemetry GenAI conventions',
  kind: ATTRIBUTE.operation,
  calls: ['chat', 'generate_content', 'text_completion', 'embeddings'],
  fields: GEN_AI_FIELDS,
  // Bedrock's own counts leave the cache out, and this instrumentation hands them on.
  exclusiveInput: ['@opentelemetry/instrumentation-aws-sdk', 'opentelemetry.instrumentation.botocore.bedrock-runtime'],
};
