/** What a response says about itself, as it is read off the wire; counts are in the provider's own terms. */
export interface ResponseFields {
  id?: string;
  model?: string;
  serviceTier?: string;
  /** Anthropic's `speed`. */
  speed?: string;
  finishReason?: string;
  eventType?: string;
  errorType?: string;
  inputTokens?: number;
  outputTokens?: number;
  cacheReadTokens?: number;
  cacheWriteTokens?: number;
  cacheWrite5mTokens?: number;
  cacheWrite1hTokens?: number;
  reasoningTokens?: number;
  webSearches?: number;
}
