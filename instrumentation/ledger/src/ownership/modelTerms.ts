/** A model as the books' labels show it. */
export interface ModelName {
  /** OpenTelemetry's name. */
  readonly provider: string;
  readonly model: string;
}

/** What is thought of a model; what is not known is absent. */
export interface ModelTerms extends ModelName {
  readonly tier?: string | undefined;
  readonly approved?: boolean | undefined;
  /** The UTC day it is switched off. */
  readonly retires?: string | undefined;
  /** What takes its place, of the same provider. */
  readonly replacement?: string | undefined;
  /** What its provider announced, where somebody read that: `retires` may be another day, which the file says. */
  readonly announced?: { readonly retires: string; readonly read: string; readonly source: string };
}

/** Which models requests of one type are meant for. */
export interface RequestTypeTerms {
  readonly default?: ModelName | undefined;
  readonly fallback?: ModelName | undefined;
  /** The evaluator whose scores have to be there before a model takes over. */
  readonly eval?: string | undefined;
}
