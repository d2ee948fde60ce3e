/**
 * What a client asks the simulated provider to report, as JSON in the request header `x-sim` (or in `metadata["x-sim"]`
 * of the request body). Everything is optional; what is missing is derived from the prompt.
 *
 * Token counts are semconv-inclusive for both providers: `input` includes `cached` and the cache writes, `output`
 * includes `reasoning`. Each wire then reports them the way the real provider does.
 */
export interface Steering {
  readonly input?: number;
  readonly cached?: number;
  /** Cache writes whose lifetime the wire does not tell (OpenAI); Anthropic takes them as five-minute writes. */
  readonly cacheWrite?: number;
  readonly cacheWrite5m?: number;
  readonly cacheWrite1h?: number;
  readonly output?: number;
  readonly reasoning?: number;
  readonly webSearches?: number;
  readonly fileSearches?: number;
  /** The tier that served the call, as the response spells it. */
  readonly serviceTier?: string;
  /** The model the response names; else the dated snapshot of the requested one. */
  readonly model?: string;
  /** HTTP statuses for the first attempts: `[429, 529]` refuses twice, then answers. Attempts are counted by the SDK. */
  readonly failures?: readonly number[];
  readonly retryAfterMs?: number;
  /** Milliseconds until the first byte. */
  readonly firstByteMs?: number;
  /** Milliseconds between two writes of a stream. */
  readonly paceMs?: number;
  /** How many content deltas a stream has. */
  readonly deltas?: number;
  /** The connection is cut by the provider after this many stream events. */
  readonly breakAfterEvents?: number;
  /** Content encoding of the response, where the default (gzip for JSON when accepted, plain streams) is not wanted. */
  readonly encoding?: 'identity' | 'gzip' | 'br' | 'zstd';
}
