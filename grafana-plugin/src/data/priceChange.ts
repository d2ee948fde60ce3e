/** A day on which a used model began to cost something else; rates are decimal text, USD a million. */
export interface PriceChange {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly provider: string;
  readonly model: string;
  readonly kind: 'list' | 'contract';
  readonly components: readonly { readonly component: string; readonly before: string; readonly now: string }[];
}
