/** Judgements of one evaluator of what a model did for a feature and request type. */
export interface ModelQuality {
  readonly feature: string;
  readonly requestType: string;
  readonly model: string;
  readonly evaluator: string;
  readonly sum: number;
  readonly count: number;
}
