/** Shares of the calls (0 to 1) that are out of the ordinary. */
export interface Mix {
  /** Calls that are streamed. */
  readonly streamShare: number;
  /** Streams the client stops reading half way. */
  readonly abortShare: number;
  /** Calls whose first one or two attempts are refused or fail. */
  readonly retryShare: number;
  /** Calls to Anthropic; the rest go to OpenAI. */
  readonly anthropicShare: number;
  /** OpenAI streams that do not ask for usage. */
  readonly withoutUsageShare: number;
}
