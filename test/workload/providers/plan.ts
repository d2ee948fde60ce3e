import type { BilledUsage } from './billedUsage.ts';
import type { Steering } from './steering.ts';

/** Everything one exchange will say and bill, decided before its first byte. */
export interface Plan {
  readonly id: string;
  readonly requestId: string;
  readonly requestModel: string;
  readonly model: string;
  readonly stream: boolean;
  /** Whether an OpenAI stream was asked to report usage. */
  readonly includeUsage: boolean;
  /** How embeddings are wanted: `base64`, or numbers. */
  readonly encodingFormat: unknown;
  readonly usage: BilledUsage;
  readonly serviceTier: string;
  readonly retryCount: number;
  readonly startedMs: number;
  readonly finish: 'stop' | 'length';
  /** The answer, in the pieces a stream sends it in. */
  readonly deltas: readonly string[];
  /** The visible part of the reasoning (Anthropic thinking), in pieces; empty where there is none. */
  readonly thinking: readonly string[];
  readonly steering: Steering;
}
