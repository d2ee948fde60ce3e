/** What a response says about itself, as it is read off the wire; counts are in the provider's own terms. */
export interface ResponseFields {
  id?: string | undefined;
  model?: string;
  serviceTier?: string | undefined;
  /** Anthropic's `speed`. */
  speed?: string | undefined;
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
  /** Google: tokens that tools put into the prompt. */
  toolUseTokens?: number;
  audioCacheReadTokens?: number;
  imageCacheReadTokens?: number;
  /** One entry of a count by modality: the parts that have been seen. */
  modality?: string | undefined;
  modalityTokens?: readonly [field: string, tokens: number] | undefined;
  /** Hashes of the different search queries. */
  searchQueries?: Set<string>;
  /** The model that the path names. */
  pathModel?: string | undefined;
  /** Bedrock: what it metered, whatever the model's own body says. */
  meteredInputTokens?: number | undefined;
  meteredOutputTokens?: number | undefined;
  meteredCacheReadTokens?: number | undefined;
  meteredCacheWriteTokens?: number | undefined;
  /** One entry of the cache writes by lifetime: the parts that have been seen. */
  cacheTtl?: string | undefined;
  cacheTtlTokens?: number | undefined;
  /** What the provider charged: decimal text in its currency, or xAI's ticks. */
  cost?: string;
  costTicks?: number;
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
