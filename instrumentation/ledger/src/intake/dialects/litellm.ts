import type { Dialect } from './dialect.ts';
import { GEN_AI_FIELDS } from './genAiFields.ts';

/**
 * LiteLLM's own OpenTelemetry callback: the call stands on `litellm_request`, or on the proxy's request span. It says
 * which team's key was used; of cached tokens it says nothing, so that they count as uncached.
 */
export const LITELLM: Dialect = {
  name: 'LiteLLM',
  scopes: ['litellm'],
  kind: 'llm.request.type',
  calls: ['', 'a'].flatMap((prefix) =>
    ['completion', 'text_completion', 'embedding', 'responses', 'anthropic_messages'].map((type) => prefix + type)
  ),
  fields: {
    ...GEN_AI_FIELDS,
    feature: [...(GEN_AI_FIELDS.feature ?? []), 'metadata.feature'],
    team: [...(GEN_AI_FIELDS.team ?? []), 'metadata.user_api_key_team_alias'],
    tenant: [...(GEN_AI_FIELDS.tenant ?? []), 'metadata.user_api_key_org_alias'],
  },
};
