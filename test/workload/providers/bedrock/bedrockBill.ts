/** What Bedrock bills for one exchange, disjoint as it counts: input without the cache. */
export interface BedrockBill {
  readonly input: number;
  readonly output: number;
  readonly cacheRead?: number | undefined;
  readonly cacheWrite?: number | undefined;
  /** Of the cache writes, those that live an hour. */
  readonly cacheWrite1h?: number | undefined;
}
