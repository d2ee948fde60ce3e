/**
 * Attribute names of the money record and the shown span.
 *
 * `gen_ai.*`, `http.*`, `server.*`, `error.*` and `deployment.*` are OpenTelemetry semantic conventions (a test compares
 * them with `@opentelemetry/semantic-conventions` where it has them; `cache_write` and `cost.*` are newer than the
 * package). `ai_finops.*` is ours and stable.
 *
 * Token counts follow the conventions: `input_tokens` includes cache reads and writes, `output_tokens` includes reasoning.
 */
export const ATTRIBUTE = {
  operation: 'gen_ai.operation.name',
  provider: 'gen_ai.provider.name',
  requestModel: 'gen_ai.request.model',
  requestStream: 'gen_ai.request.stream',
  responseModel: 'gen_ai.response.model',
  responseId: 'gen_ai.response.id',
  finishReasons: 'gen_ai.response.finish_reasons',
  inputTokens: 'gen_ai.usage.input_tokens',
  outputTokens: 'gen_ai.usage.output_tokens',
  cacheReadTokens: 'gen_ai.usage.cache_read.input_tokens',
  /** All cache writes, whatever their lifetime. */
  cacheWriteTokens: 'gen_ai.usage.cache_write.input_tokens',
  reasoningTokens: 'gen_ai.usage.reasoning.output_tokens',
  /** By modality: parts of the totals. What is neither audio nor image is text. */
  audioInputTokens: 'gen_ai.usage.audio.input_tokens',
  audioOutputTokens: 'gen_ai.usage.audio.output_tokens',
  imageInputTokens: 'gen_ai.usage.image.input_tokens',
  imageOutputTokens: 'gen_ai.usage.image.output_tokens',
  /** Part of the cache reads and of the audio input. */
  audioCacheReadTokens: 'gen_ai.usage.audio.cache_read.input_tokens',
  imageCacheReadTokens: 'gen_ai.usage.image.cache_read.input_tokens',
  costAmount: 'gen_ai.usage.cost.amount',
  /** ISO 4217. */
  costCurrency: 'gen_ai.usage.cost.currency',
  /** `provider`: what the provider says it charged, which wins over any rate; `local`: an estimate. */
  costSource: 'gen_ai.usage.cost.source',

  serverAddress: 'server.address',
  serverPort: 'server.port',
  httpStatus: 'http.response.status_code',
  resendCount: 'http.request.resend_count',
  errorType: 'error.type',
  environment: 'deployment.environment.name',

  feature: 'ai_finops.feature',
  tenant: 'ai_finops.tenant',
  team: 'ai_finops.team',
  requestType: 'ai_finops.request_type',
  task: 'ai_finops.task',
  featureFlag: 'ai_finops.feature_flag',
  /** One of the two, and only where the service was told to record users; never a label. */
  userId: 'user.id',
  userHash: 'user.hash',
  requestPath: 'ai_finops.request_path',
  account: 'ai_finops.account',
  /** 1 for the first try, 2 for its first retry. */
  attempt: 'ai_finops.attempt',
  /** A CallStatus. */
  status: 'ai_finops.status',
  /** The tier the response says it was served with, as the provider spells it. */
  serviceTier: 'ai_finops.service_tier',
  /** The speed the response says it was served at (Anthropic: `standard`, `fast`). */
  speed: 'ai_finops.speed',
  /** Where the response says inference ran, when that changes the price (Anthropic: `us`, `global`, `not_available`). */
  inferenceGeo: 'ai_finops.inference_geo',
  /** The part of the cache writes that lives five minutes. */
  cacheWrite5mTokens: 'ai_finops.usage.cache_write_5m.input_tokens',
  /** The part of the cache writes that lives an hour. */
  cacheWrite1hTokens: 'ai_finops.usage.cache_write_1h.input_tokens',
  /** Of a call in a batch: when the provider took the batch and when it was done, ms since the epoch. */
  batchSubmittedMs: 'ai_finops.batch.submitted_ms',
  batchFinishedMs: 'ai_finops.batch.finished_ms',
  /** Opt-in: how many bytes this request's start shares with an earlier one of its kind, and a salted hash of them. */
  promptPrefixBytes: 'ai_finops.prompt.prefix_bytes',
  promptPrefixHash: 'ai_finops.prompt.prefix_hash',
  webSearches: 'ai_finops.usage.web_searches',
  /** Searches of files or vector stores that the provider ran and bills by the search. */
  fileSearches: 'ai_finops.usage.file_searches',
  /** `true` where the exchange ended before its final usage: what stands here is known to be too low. */
  usagePartial: 'ai_finops.usage.partial',
  /** A UsageUnknownReason; the token attributes are then absent, never 0. */
  usageUnknown: 'ai_finops.usage.unknown_reason',
  /** The library's list-price estimate, integer nano-USD. */
  costNanoUsd: 'ai_finops.cost.nano_usd',
  rateCard: 'ai_finops.rate_card',
  unpricedReason: 'ai_finops.unpriced_reason',
  /** `true` on a GenAI span of an SDK or framework whose exchange has a record of ours: never to be priced. */
  superseded: 'ai_finops.superseded',
} as const;
