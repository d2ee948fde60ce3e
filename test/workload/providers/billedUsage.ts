/**
 * What the provider bills for one exchange, semconv-inclusive: input includes cache reads and writes, output includes
 * reasoning. The same shape as the pricing module's `ReportedUsage`.
 */
export interface BilledUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens?: number;
  readonly cacheWriteTokens?: number;
  readonly cacheWrite5mTokens?: number;
  readonly cacheWrite1hTokens?: number;
  readonly reasoningTokens?: number;
  readonly webSearches?: number;
  readonly fileSearches?: number;
}
