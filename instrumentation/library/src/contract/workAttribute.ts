/** Attribute names of work records, beside those of attribution. `gen_ai.*` are OpenTelemetry's. */
export const WORK_ATTRIBUTE = {
  /** What was produced, e.g. `ticket_resolved`. */
  unit: 'ai_finops.work.unit',
  /** How many, a whole number ≥ 1. */
  count: 'ai_finops.work.count',
  /** What they were worth together, USD: decimal text with at most nine decimals, so that no digit is lost. */
  valueUsd: 'ai_finops.work.value_usd',
  /** Who judged: a name, with its version where it has one. */
  evaluator: 'gen_ai.evaluation.name',
  score: 'gen_ai.evaluation.score.value',
  scoreLabel: 'gen_ai.evaluation.score.label',
} as const;
