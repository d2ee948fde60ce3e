/**
 * Which JSON paths to read and what to call them: objects follow keys, leaves name a field. Arrays are looked through.
 * A leaf is text, or a count where it starts with `#`; a value of another type is passed over.
 *
 * @example { model: 'model', usage: { input_tokens: '#inputTokens' } }
 */
export interface FieldTree {
  readonly [key: string]: string | FieldTree;
}
