/** Attribute names of work records, beside those of attribution. `gen_ai.*` are OpenTelemetry's. */
export const WORK_ATTRIBUTE = {
  /** What was produced, e.g. `ticket_resolved`. */
  unit: 'ai_finops.work.unit',
  /** How many, a whole number ≥ 1. */
  count: 'ai_finops.work.count',
  /** Who judged: a name, with its version where it has one. */
  evaluator: 'gen_ai.evaluation.name',
  score: 'gen_ai.evaluation.score.value',
  scoreLabel: 'gen_ai.evaluation.score.label',
} as const;
