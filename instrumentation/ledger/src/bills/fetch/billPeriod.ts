import type { BillState } from '../../analysis/reconciliation/billLine.ts';
import { BillError } from '../billError.ts';
import { monthDays } from '../monthDays.ts';
import { DAY_MS } from '../../store/eventDay.ts';

const CORRECTED_DAYS = 5;

/** What of a month can be asked for, and how far it is settled: providers correct days after a month has ended. */
export interface BillPeriod {
  readonly month: string;
  readonly startMs: number;
  /** Exclusive: the end of the month, or of today. */
  readonly endMs: number;
  readonly state: BillState;
}

/** @throws BillError for a month that has not begun */
export function billPeriod(month: string, nowMs: number): BillPeriod {
  const { from, to } = monthDays(month);
  const [startMs, monthEndMs] = [from * DAY_MS, (to + 1) * DAY_MS];
  if (nowMs < startMs) {
    throw new BillError({}, `${month} has not begun`);
  }
  const state = nowMs < monthEndMs ? 'open' : nowMs < monthEndMs + CORRECTED_DAYS * DAY_MS ? 'provisional' : 'final';
  return { month, startMs, endMs: Math.min(monthEndMs, (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS), state };
}
