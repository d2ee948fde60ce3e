/**
 * Disjoint kinds of tokens: their sum is every token of the call.
 * `input` is uncached input; `cache_write` is a write of unstated lifetime; `output` is output without reasoning.
 */
export const TOKEN_TYPES = [
  'input',
  'cache_read',
  'cache_write',
  'cache_write_5m',
  'cache_write_1h',
  'output',
  'reasoning',
] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];
