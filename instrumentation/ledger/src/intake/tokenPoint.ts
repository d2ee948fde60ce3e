import type { Dimensions } from './moneyRecord.ts';

/** Kinds of tokens a point counts, as Claude Code names them. */
export const TOKEN_KINDS = ['input', 'output', 'cacheRead', 'cacheCreation'] as const;

/** What a data point tells of tokens that were used, decoded and cleaned. */
export interface TokenPoint {
  /** 24 bytes: the series, from the start of its count; what makes booking idempotent. */
  readonly series: Buffer;
  /** Tokens since `startUs`; else since the point before. */
  readonly isCumulative: boolean;
  readonly tokens: number;
  readonly kind: (typeof TOKEN_KINDS)[number];
  /** When its count began and when it was read, µs since the epoch. */
  readonly startUs: number;
  readonly timeUs: number;
  readonly dimensions: Dimensions;
  readonly tenant: string;
  /** The session, as the agent's task. */
  readonly task: string;
  /** `service.name`, '' where nobody said. */
  readonly service: string;
  /** The metric it came as. */
  readonly metric: string;
}
