/**
 * Disjoint kinds of tokens: their sum is every token of the call.
 * `input` is uncached text input; `cache_write` is a write of unstated lifetime; `output` is text without reasoning.
 * Audio and image tokens stand apart where the response tells them apart; otherwise they are in `input` and `output`.
 */
export const TOKEN_TYPES = [
  'input',
  'cache_read',
  'cache_write',
  'cache_write_5m',
  'cache_write_1h',
  'output',
  'reasoning',
  'input_audio',
  'cache_read_audio',
  'output_audio',
  'input_image',
  'cache_read_image',
  'output_image',
] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];
