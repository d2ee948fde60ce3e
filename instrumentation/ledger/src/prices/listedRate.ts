import type { Component } from '@ai-finops/instrumentation/contract';

/** One rate of a price catalogue that is not ours. */
export interface ListedRate {
  /** As our catalogue names it. */
  readonly provider: string;
  readonly model: string;
  readonly component: Component;
  /** Holds for calls with more input than this; −1 for all. */
  readonly above: number;
  /** Atto-USD for one token. */
  readonly rate: bigint;
}
