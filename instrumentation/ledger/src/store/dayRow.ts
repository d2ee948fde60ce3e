import type { EventDay } from './eventDay.ts';

/** A day something was booked on, or that was closed without anything. */
export interface DayRow {
  readonly day: EventDay;
  readonly firstArrivalMs: number;
  readonly lastArrivalMs: number;
  readonly closedMs: number | undefined;
}

/** What a day holds by event time, and what was booked on it for earlier days. */
export interface DayTotal {
  readonly day: EventDay;
  readonly requests: bigint;
  readonly costNanoUsd: bigint;
  readonly adjustmentNanoUsd: bigint;
}
