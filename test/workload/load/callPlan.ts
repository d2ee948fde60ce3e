import type { Steering } from '../providers/steering.ts';

/** One call a client is going to make. */
export interface CallPlan {
  readonly provider: 'openai' | 'anthropic';
  readonly model: string;
  readonly stream: boolean;
  /** Whether an OpenAI stream asks for usage. */
  readonly includeUsage: boolean;
  /** Stop reading after this many stream events; undefined reads to the end. */
  readonly abortAfterEvents?: number;
  readonly attribution: {
    readonly feature: string;
    readonly team: string;
    readonly tenant: string;
    readonly requestType: string;
  };
  readonly steering: Steering;
}
