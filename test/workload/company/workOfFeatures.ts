/** What a feature of the company produces, and who judges how good it is. */
export interface FeatureWork {
  readonly unit: string;
  readonly evaluator: string;
  /** Share of its answers that are judged. */
  readonly judged: number;
  /** Mean score these days, 0 to 1. */
  readonly quality: number;
}

/** By feature; units and bars stand in finops.yaml, too. */
export const WORK_OF_FEATURES: Readonly<Record<string, FeatureWork>> = {
  search: { unit: 'answer', evaluator: 'groundedness@3', judged: 0.05, quality: 0.91 },
  assistant: { unit: 'conversation', evaluator: 'resolution@1', judged: 0.1, quality: 0.88 },
  summaries: { unit: 'document', evaluator: 'faithfulness@2', judged: 0.1, quality: 0.84 },
  tagging: { unit: 'document', evaluator: 'agreement@1', judged: 0.05, quality: 0.93 },
  digest: { unit: 'digest', evaluator: 'editor@1', judged: 0.5, quality: 0.74 },
  'code-review': { unit: 'review', evaluator: 'accepted@1', judged: 0.25, quality: 0.79 },
};
