export interface NamedModel {
  readonly provider: string;
  readonly model: string;
}

export interface TermedModel extends NamedModel {
  readonly tier?: string | undefined;
  readonly approved?: boolean | undefined;
  /** UTC day, `YYYY-MM-DD`. */
  readonly retires?: string | undefined;
  /** Of the same provider. */
  readonly replacement?: string | undefined;
}

/** What people decided; names are as the books' labels show them. */
export interface PolicyTerms {
  readonly models: readonly TermedModel[];
  readonly requestTypes: ReadonlyMap<
    string,
    {
      readonly default?: NamedModel | undefined;
      readonly fallback?: NamedModel | undefined;
      /** The evaluator that counts; any where it is left out. */
      readonly eval?: string | undefined;
    }
  >;
  /** Mean score a feature has to reach. */
  readonly bars: ReadonlyMap<string, number>;
}
