/** What a scope did on one day with one provider, model, service tier and request type: sums of its calls. */
export interface ImpactCell {
  /** UTC day, whole days since the epoch. */
  readonly day: number;
  readonly provider: string;
  readonly model: string;
  readonly serviceTier: string;
  readonly requestType: string;
  readonly requests: number;
  readonly usd: number;
  /** Billing components with their cost; what they leave of `usd` is kept as it was paid. */
  readonly components: readonly { readonly component: string; readonly quantity: number; readonly usd: number }[];
}
