/** What the ledger wants to know of a foreign span. */
export type Field =
  | 'provider'
  | 'responseModel'
  | 'requestModel'
  | 'input'
  | 'output'
  | 'total'
  | 'cacheRead'
  | 'cacheWrite'
  | 'cacheWrite5m'
  | 'cacheWrite1h'
  | 'reasoning'
  | 'audioInput'
  | 'audioOutput'
  | 'serviceTier'
  | 'stopReason'
  | 'feature'
  | 'team'
  | 'tenant'
  | 'conversation';

/** How one family of instrumentations writes down a call of a model. One file each: a new one needs no code. */
export interface Dialect {
  readonly name: string;
  /** Only spans of these instrumentation scopes; of any where absent. */
  readonly scopes?: readonly string[];
  /** The attribute that says what a span is; a span without it speaks another dialect. */
  readonly kind: string;
  /** The values of `kind` that mean one call of a model; `any`: every value. Other spans only link. */
  readonly calls: readonly string[] | 'any';
  /** Attribute names by field, the first that is there counts. */
  readonly fields: Readonly<Partial<Record<Field, readonly string[]>>>;
  /** Scopes whose input total leaves cached tokens out, against the conventions. */
  readonly exclusiveInput?: readonly string[];
}
