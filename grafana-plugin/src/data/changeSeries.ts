import type { Series } from './series.ts';

/** What a period's segments are made from. USD, calls, tokens. */
export interface ChangeSeries {
  /** By feature, provider, model. */
  readonly cost: readonly Series[];
  readonly attempts: readonly Series[];
  /** Cost of attempts after the first; empty where it is not kept. */
  readonly retries: readonly Series[];
  /** By feature, provider, model, token_type. */
  readonly tokens: readonly Series[];
  /** By provider, model, component: what a token of each kind cost there. */
  readonly componentCost: readonly Series[];
  readonly componentQuantity: readonly Series[];
}
