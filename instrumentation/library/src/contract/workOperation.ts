/** `gen_ai.operation.name` of work records. */
export const WORK_OPERATION = { outcome: 'ai_finops.outcome', quality: 'ai_finops.quality' } as const;
