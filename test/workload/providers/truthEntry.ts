import type { CallStatus } from '@ai-finops/instrumentation/contract';
import type { BilledUsage } from './billedUsage.ts';

/** One exchange as the provider's books have it. */
export interface TruthEntry {
  /** The response id (`chatcmpl-…`, `msg_…`); the request id where nothing was answered. */
  readonly id: string;
  readonly requestId: string;
  /** `gen_ai.provider.name`. */
  readonly provider: string;
  /** The model that answered (a dated snapshot). */
  readonly model: string;
  readonly requestModel: string;
  readonly stream: boolean;
  readonly status: CallStatus;
  readonly httpStatus: number;
  /** 0 for the first attempt, as the SDK counts. */
  readonly retryCount: number;
  /** Absent: nothing was generated, nothing is billed. */
  readonly usage?: BilledUsage;
  /** What the provider said it charged: decimal text, USD. */
  readonly chargedUsd?: string;
  readonly serviceTier: string;
  readonly startedMs: number;
}
