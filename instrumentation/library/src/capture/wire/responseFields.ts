/** What a response says about itself, as it is read off the wire; counts are in the provider's own terms. */
export interface ResponseFields {
  id?: string;
  model?: string;
  serviceTier?: string;
  /** Anthropic's `speed`. */
  speed?: string;
  /** Anthropic's `inference_geo`. */
  inferenceGeo?: string;
  finishReason?: string;
  eventType?: string;
  errorType?: string;
  inputTokens?: number;
  outputTokens?: number;
  totalTokens?: number;
  cacheReadTokens?: number;
  cacheWriteTokens?: number;
  cacheWrite5mTokens?: number;
  cacheWrite1hTokens?: number;
  /** OpenAI's lifetimes of cache writes. */
  cacheWrite30mTokens?: number;
  cacheWrite12hTokens?: number;
  reasoningTokens?: number;
  citationTokens?: number;
  audioInputTokens?: number;
  audioOutputTokens?: number;
  imageInputTokens?: number;
  imageOutputTokens?: number;
  /** Searches the provider says it bills. */
  webSearches?: number;
  /** Calls of the web search tool; those of them that opened a page instead, which are free. */
  webSearchCalls?: number;
  pageVisits?: number;
  fileSearches?: number;
  /** What the provider charged: decimal text in USD, or in the ticks of xAI. */
  cost?: string;
  costTicks?: string;
  /** Steps of one Anthropic message that its totals leave out: of the same model, of another model. */
  compactions?: number;
  advisorMessages?: number;
  /** Sums over all steps. */
  stepInputTokens?: number;
  stepOutputTokens?: number;
  stepCacheReadTokens?: number;
  stepCacheWriteTokens?: number;
  stepCacheWrite5mTokens?: number;
  stepCacheWrite1hTokens?: number;
}
