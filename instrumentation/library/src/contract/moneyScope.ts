/** Instrumentation scope of money records: one OTLP span per provider exchange, never sampled, not meant for Tempo. */
export const MONEY_SCOPE = 'ai-finops.money';
