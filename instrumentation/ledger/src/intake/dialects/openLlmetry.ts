import type { Dialect } from './dialect.ts';
import { GEN_AI_FIELDS } from './genAiFields.ts';

/** OpenLLMetry (Traceloop), Python and JavaScript. Association properties are where its users say whom a call is for. */
export const OPEN_LLMETRY: Dialect = {
  name: 'OpenLLMetry',
  kind: 'llm.request.type',
  calls: ['chat', 'completion', 'embedding', 'rerank'],
  fields: {
    ...GEN_AI_FIELDS,
    feature: [...(GEN_AI_FIELDS.feature ?? []), 'traceloop.association.properties.feature'],
    team: [...(GEN_AI_FIELDS.team ?? []), 'traceloop.association.properties.team'],
    tenant: [
      ...(GEN_AI_FIELDS.tenant ?? []),
      'traceloop.association.properties.tenant',
      'traceloop.association.properties.tenant_id',
    ],
    conversation: ['traceloop.association.properties.session_id'],
  },
  exclusiveInput: ['@traceloop/instrumentation-anthropic', '@traceloop/instrumentation-bedrock'],
};
