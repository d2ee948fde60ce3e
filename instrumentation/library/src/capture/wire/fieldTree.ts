/**
 * Which JSON paths to read and what to call them: objects follow keys, leaves name a field. Arrays are looked through.
 * A value of another type than its leaf's is passed over. How a leaf begins says what it takes:
 * - `name`: text, or `true`
 * - `#name`: a count
 * - `#+name`: the sum of the counts found there in one document
 * - `$name`: an amount, a number or text, kept as the decimal text it was written in
 * - `?word=name`: how often that word is found there in one document; several words are separated by a space
 *
 * The key `''` is the value itself, where it may be a leaf or an object.
 *
 * @example { model: 'model', usage: { input_tokens: '#inputTokens' }, output: { type: '?web_search_call=webSearchCalls' } }
 */
export interface FieldTree {
  readonly [key: string]: string | FieldTree;
}
