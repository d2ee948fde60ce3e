/** What a request's prompt weighs where nobody steers it, in tokens; `total` includes the cache parts. */
export interface PromptTokens {
  readonly total: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
  /** All text of the prompt: the seed of the answer. */
  readonly text: string;
}
