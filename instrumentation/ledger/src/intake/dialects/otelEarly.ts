import type { Dialect } from './dialect.ts';
import { GEN_AI_FIELDS } from './genAiFields.ts';

/** The conventions before operations had a name (to 1.26): a span that names a system and says neither is one call. */
export const OTEL_EARLY: Dialect = {
  name: 'OpenTelemetry GenAI conventions before 1.27',
  kind: 'gen_ai.system',
  calls: 'any',
  fields: GEN_AI_FIELDS,
};
