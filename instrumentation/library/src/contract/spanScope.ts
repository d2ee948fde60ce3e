/** Instrumentation scope of the shown span; the ledger ignores it, because its money is in the record. */
export const SPAN_SCOPE = 'ai-finops';
