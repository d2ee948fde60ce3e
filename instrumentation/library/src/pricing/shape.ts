/**
 * What a part of a prices file has to be. One description serves the validator here and the published JSON Schema.
 * - `text`: not blank · `day`: a UTC day `2026-10-05` · `amount`: a decimal string ≥ 0, USD or a factor
 * - `percent`: a decimal string from 0 to 100
 */
export type Shape =
  | { readonly kind: 'text' | 'day' | 'amount' | 'percent'; readonly says: string }
  | { readonly kind: 'oneOf'; readonly values: readonly string[]; readonly says: string }
  | { readonly kind: 'list'; readonly of: Shape; readonly says: string }
  | { readonly kind: 'map'; readonly keys: readonly string[]; readonly of: Shape; readonly says: string }
  | {
      readonly kind: 'record';
      readonly required: Readonly<Record<string, Shape>>;
      readonly optional: Readonly<Record<string, Shape>>;
      /** At least one of these has to be there. */
      readonly anyOf?: readonly string[];
      readonly says: string;
    };
