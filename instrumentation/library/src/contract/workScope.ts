/**
 * Instrumentation scope of work records: outcomes and quality, one OTLP span each. Apart from the money scope, where every
 * span is a call to price: a ledger that does not know them passes them over.
 */
export const WORK_SCOPE = 'ai-finops.work';
