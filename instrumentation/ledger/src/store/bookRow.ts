import type { CallStatus } from '@ai-finops/instrumentation/contract';
import type { Dimensions } from '../intake/moneyRecord.ts';
import type { EventDay } from './eventDay.ts';

/** Labels with the id the books know them by. Ids rise in the order of first arrival. */
export interface DimensionRow {
  readonly id: number;
  readonly dimensions: Dimensions;
}

/**
 * Why something is booked that is no call that came: a corrected price, with negative parts, or a call taken back, whose
 * cost another call tells of.
 */
export type BookReason = 'repriced' | 'superseded';

/** Sums of calls of one outcome. */
export interface BookRow {
  /** The day the calls are booked on. */
  readonly day: EventDay;
  /** The day they happened on; another day where they came after that day was closed. */
  readonly forDay: EventDay;
  readonly dimension: number;
  readonly status: CallStatus;
  readonly retry: boolean;
  /** Why their cost is unknown; '' where it is known. */
  readonly unpriced: string;
  requests: number;
  costNanoUsd: bigint;
  listNanoUsd: bigint;
  /** Why it was booked though no call came; left out for calls themselves. */
  readonly reason?: BookReason;
}

/** What was used of one billing component, and what it cost where that is known. */
export interface ComponentRow {
  readonly day: EventDay;
  readonly forDay: EventDay;
  readonly dimension: number;
  readonly component: string;
  quantity: number;
  costNanoUsd: bigint;
}

export interface TenantRow {
  readonly day: EventDay;
  readonly forDay: EventDay;
  readonly tenant: string;
  readonly feature: string;
  readonly environment: string;
  readonly provider: string;
  requests: number;
  costNanoUsd: bigint;
  listNanoUsd: bigint;
}

export interface DurationRow {
  readonly day: EventDay;
  readonly dimension: number;
  /** Index into DURATION_BUCKETS; one past its end is +Inf. */
  readonly bucket: number;
  requests: number;
  durationUs: number;
}
