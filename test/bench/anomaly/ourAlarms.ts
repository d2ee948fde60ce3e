import { findAnomalies, type DailyUse, type DayScore } from '@ai-finops/ledger/analysis';
import type { Alarm } from './alarm.ts';
import { GATE_USD } from './labelledSeries.ts';

/** The first days of the incidents the ledger would find. */
export function ourAlarms(series: DailyUse, scores: readonly (readonly DayScore[])[], gate = GATE_USD): Alarm[] {
  return findAnomalies(series, { gate }, scores)
    .filter(({ day, since }) => day === since)
    .map(({ day, score }) => ({ day, isUp: score > 0 }));
}
