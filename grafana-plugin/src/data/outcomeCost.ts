/** What one outcome costs, as far as that is known. */
export type OutcomeCost =
  | { readonly kind: 'asking' }
  | { readonly kind: 'none' }
  /** Features that count different things have no cost in common. */
  | { readonly kind: 'mixed' }
  | {
      readonly kind: 'known';
      readonly usd: number;
      readonly outcomes: number;
      /** Without what the owners file adds to the calls: that is known of whole features, and by the ledger alone. */
      readonly isInferenceOnly: boolean;
    };
