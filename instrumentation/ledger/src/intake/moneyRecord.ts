import type { CallStatus } from '@ai-finops/instrumentation/contract';
import type { ReportedUsage } from '@ai-finops/instrumentation/pricing';

/** What was and was not said about a call's usage. `none` is a failure that never reached the model: it costs 0. */
export type RecordedUsage =
  | { readonly kind: 'reported'; readonly usage: ReportedUsage; readonly partial: boolean }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'none' };

/** As it came: pricing decides whether it is an amount. */
export interface ProviderCost {
  readonly amount: number | string;
  readonly currency: string | undefined;
}

/** The labels a call is booked under, cleaned and bounded; tenants stand apart because there are many. */
export interface Dimensions {
  readonly feature: string;
  readonly team: string;
  readonly request_type: string;
  readonly provider: string;
  readonly model: string;
  readonly account: string;
  readonly service_tier: string;
  readonly environment: string;
}

/** One provider exchange, decoded and cleaned, not yet priced. */
export interface MoneyRecord {
  /** Trace id and span id, 24 bytes: with the start what makes booking idempotent. */
  readonly key: Buffer;
  readonly parentSpanId: Buffer | null;
  /** µs since the epoch; its UTC day is the day the call is booked on. */
  readonly startUs: number;
  readonly durationUs: number;
  readonly dimensions: Dimensions;
  readonly tenant: string;
  readonly requestPath: string;
  readonly task: string;
  /** A hash of the person it was for, to be counted and not kept; undefined where nobody said. */
  readonly person?: string | undefined;
  readonly status: CallStatus;
  /** 1 for the first try. */
  readonly attempt: number;
  /** What failed; empty where nothing did. */
  readonly errorType: string;
  /** Why the answer ended, in the provider's word; empty where nobody said. */
  readonly stopReason: string;
  readonly usage: RecordedUsage;
  /** What the provider said with the response that it charged; undefined where it said nothing. */
  readonly providerCost: ProviderCost | undefined;
  /** The library's list-price estimate. */
  readonly estimateNanoUsd: bigint | undefined;
}
