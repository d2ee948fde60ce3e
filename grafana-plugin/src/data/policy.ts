/** One thing that is not as the owners file says of models. */
export interface PolicyFinding {
  readonly rule: string;
  readonly feature: string;
  /** Empty where it is about all of them. */
  readonly requestType: string;
  readonly provider: string;
  readonly model: string;
  /** Of the calls it is about, in the period. */
  readonly costNanoUsd: string;
  readonly sentence: string;
}

export interface Policy {
  /** UTC days; null before the first closed one. */
  readonly from: string | null;
  readonly through: string | null;
  readonly findings: readonly PolicyFinding[];
}
