import type { Context } from '@opentelemetry/api';
import type { ResolvedAttribution } from '../attribution/index.ts';
import type { CallStatus, UsageUnknownReason } from '../contract/index.ts';
import type { BatchTimes } from './batchTimes.ts';
import type { PromptPrefix } from './promptPrefix.ts';
import type { ReportedUsage } from '../pricing/index.ts';

/** One finished provider exchange: one HTTP attempt and what it used. Never any text of prompt or completion. */
export interface CapturedCall {
  /** What makes it this call and no other, where it may be seen more than once: a line of batch results. */
  readonly identity?: string;
  /** `gen_ai.provider.name`. */
  readonly provider: string;
  /** `gen_ai.operation.name`. */
  readonly operation: string;
  readonly requestModel: string | undefined;
  readonly responseModel: string | undefined;
  readonly responseId: string | undefined;
  readonly isStream: boolean;
  readonly finishReason: string | undefined;
  /** As the response says; it may differ from what was asked for. */
  readonly serviceTier: string | undefined;
  /** As the response says (Anthropic). */
  readonly speed: string | undefined;
  /** Where the response says that inference ran (Anthropic). */
  readonly inferenceGeo: string | undefined;
  /** What the provider says it charged: decimal text, USD. It wins over any rate. */
  readonly providerCostUsd: string | undefined;
  readonly usage: ReportedUsage | undefined;
  /** The exchange ended before its final usage, or there was more than it can tell: `usage` is known to be too low. */
  readonly isUsagePartial: boolean;
  /** Why `usage` is missing though money may have been spent. */
  readonly usageUnknown: UsageUnknownReason | undefined;
  readonly status: CallStatus;
  readonly httpStatus: number | undefined;
  readonly errorType: string | undefined;
  /** 1 for the first try, 2 for its first retry. */
  readonly attempt: number;
  readonly account: string | undefined;
  readonly serverAddress: string;
  readonly serverPort: number;
  /** ms since the epoch. */
  readonly startMs: number;
  /** ms since the epoch, by a monotonic clock from `startMs` on, with fractions. */
  readonly endMs: number;
  /** When the first bytes of the response's body came, on the same clock. */
  readonly firstChunkMs?: number | undefined;
  /** Of a line of batch results whose batch was seen. */
  readonly batch?: BatchTimes | undefined;
  /** Only where the service was told to measure it. */
  readonly promptPrefix?: PromptPrefix | undefined;
  readonly attribution: ResolvedAttribution;
  /** The caller's context: the shown span's parent. */
  readonly context: Context;
}
