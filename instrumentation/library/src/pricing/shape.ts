/**
 * What a part of a file that people write has to be. One description serves the validator here and the published JSON
 * Schema. Text, days, months and amounts are strings that match a pattern (for days: that exist).
 */
export type Shape =
  | { readonly kind: 'text' | 'day' | 'month' | 'amount' | 'percent' | 'flag'; readonly says: string }
  /** An amount, or a list of those there were and will be: `DATED_AMOUNT`. */
  | { readonly kind: 'dated'; readonly says: string }
  | { readonly kind: 'oneOf'; readonly values: readonly string[]; readonly says: string }
  | { readonly kind: 'list'; readonly of: Shape; readonly says: string }
  /** Keys are names of the writer's own where none are given. */
  | { readonly kind: 'map'; readonly keys?: readonly string[]; readonly of: Shape; readonly says: string }
  | {
      readonly kind: 'record';
      readonly required: Readonly<Record<string, Shape>>;
      readonly optional: Readonly<Record<string, Shape>>;
      /** At least one of these has to be there. */
      readonly anyOf?: readonly string[];
      readonly says: string;
    };

/** An amount and since when it holds. */
export const DATED_AMOUNT: Shape = {
  kind: 'record',
  says: 'An amount, until a later one',
  required: { usd: { kind: 'amount', says: 'USD, as text' } },
  optional: { from: { kind: 'day', says: 'First UTC day in force; without, since ever' } },
};

/** What strings look like, as regular expressions with the `u` flag. Amounts are USD or factors, without exponent. */
export const SHAPE_PATTERN = {
  text: '^(?=.*\\S)[^\\p{Cc}\\u2028\\u2029]{1,256}$',
  day: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
  month: '^\\d{4}-(0[1-9]|1[0-2])$',
  amount: '^\\d{1,12}(\\.\\d{1,18})?$',
  percent: '^(100(\\.0{1,18})?|\\d{1,2}(\\.\\d{1,18})?)$',
} as const;
