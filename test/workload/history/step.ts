/** One AI call of a workflow. Sizes are lognormal: median and spread (standard deviation of the logarithm). */
export interface Step {
  readonly provider: string;
  readonly model: string;
  readonly requestType: string;
  readonly stream?: boolean;
  /** How often the step happens in one request, on average; 1 where absent. */
  readonly times?: number;
  /** Input tokens, cache included. */
  readonly input: Size;
  /** Output tokens, reasoning included. */
  readonly output: Size;
  /** Shares of the input that are read from the cache and written to it. */
  readonly cacheRead?: number;
  readonly cacheWrite?: number;
  readonly cacheLifetime?: '5m' | '1h';
  /** Share of the output that is reasoning. */
  readonly reasoning?: number;
  readonly serviceTier?: string;
  /** Share of the calls that run into the client's time-out half way, are billed, and are made again. */
  readonly timeouts?: number;
}

interface Size {
  readonly median: number;
  readonly spread: number;
  readonly most: number;
}
