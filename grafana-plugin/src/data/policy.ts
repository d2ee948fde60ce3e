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
  /** UTC day; of a model that goes or went. */
  readonly retires: string | null;
  /** That day is over. */
  readonly isPast: boolean;
  readonly sentence: string;
}

/** What is known of the end of a model in use, and from where. */
export interface Retirement {
  readonly provider: string;
  readonly model: string;
  /** UTC day, by the owners file, else as announced; null: the price catalogue alone calls it deprecated. */
  readonly retires: string | null;
  readonly isPast: boolean;
  /** As its provider announced it: the day, and when which page was read. */
  readonly announced: { readonly retires: string; readonly read: string; readonly source: string } | null;
  /** null: the catalogue does not know the model. */
  readonly isDeprecated: boolean | null;
}

export interface Policy {
  /** UTC days; null before the first closed one. */
  readonly from: string | null;
  readonly through: string | null;
  readonly findings: readonly PolicyFinding[];
  readonly retirements: readonly Retirement[];
  /** Name and version of the price catalogue. */
  readonly catalogue: string;
}
