import { METRIC } from '@ai-finops/instrumentation/contract';
import { costOfDays } from './costOfDays.ts';
import { daysWindow } from './daysWindow.ts';
import type { Scope } from './scope.ts';
import { selector } from './selector.ts';

/**
 * What did the first `days` days of a month (`2026-11`) cost, as known now? Their closes, and what came too late for them:
 * it is booked on a later day and names the day it belongs to. Asked for the last day's end.
 */
export function monthCost({ environment }: Scope, month: string, days: number): string {
  const late = selector(METRIC.dailyAdjustment, { environment, for_day: { startsWith: `${month}-` } });
  return `${costOfDays({ environment }, days)} + (sum(sum_over_time(${late}[${daysWindow(days)}])) or vector(0))`;
}
