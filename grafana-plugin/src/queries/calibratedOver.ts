import { calibrated } from './calibrated.ts';
import type { Calibration } from './calibration.ts';
import type { ClosedWindow } from './closedWindow.ts';
import { DAY_MS } from './dayMs.ts';
import { overDays } from './overDays.ts';
import { ratioPieces } from './ratioPieces.ts';
import { ratioVector } from './ratioVector.ts';
import { sum } from './sum.ts';

/**
 * A sum over closed days with each provider's part of each month multiplied as the bill of that month says, or the newest
 * where it has none of its own. Without a bill it is the sum, of whatever series.
 *
 * @param series selector of series that carry `provider`, where there is a bill
 */
export function calibratedOver(
  series: string,
  window: ClosedWindow,
  by: readonly string[],
  calibration: readonly Calibration[]
): string {
  if (calibration.length === 0) {
    return sum(overDays(series, window), by);
  }
  if ('last' in window || 'each' in window) {
    const { firstDay, lastDay } = 'each' in window ? window.each : { firstDay: window.last, lastDay: window.last };
    return sum(calibrated(overDays(series, window), by, drawnRatios(calibration, firstDay, lastDay)), by);
  }
  const { days, lastDay, daysBefore = 0 } = window;
  const end = lastDay - daysBefore * DAY_MS;
  const pieces = ratioPieces(calibration, end - (days - 1) * DAY_MS, end).map((piece) => {
    const part = {
      lastDay,
      days: Math.round((piece.lastDay - piece.firstDay) / DAY_MS) + 1,
      daysBefore: Math.round((lastDay - piece.lastDay) / DAY_MS),
    };
    return calibrated(overDays(series, part), by, ratioVector(piece.ratios));
  });
  // `or` takes each series once: those of two pieces are told apart.
  const parts =
    pieces.length === 1 ? pieces : pieces.map((piece, index) => `label_replace(${piece}, "piece", "${index}", "", "")`);
  return sum(parts.join(' or '), by);
}

/** The ratios that hold at the moment that is asked for, which is on the day it asks about. */
function drawnRatios(calibration: readonly Calibration[], firstDay: number, lastDay: number): string {
  const pieces = ratioPieces(calibration, firstDay, lastDay);
  return pieces
    .map(({ ratios, ...days }, index) => {
      const from = index === 0 ? '' : ` >= ${days.firstDay / 1000}`;
      const until = index === pieces.length - 1 ? '' : ` < ${(days.lastDay + DAY_MS) / 1000}`;
      const vector = ratioVector(ratios);
      return from === '' && until === '' ? vector : `(${vector}) and on () (vector(time())${from}${until})`;
    })
    .join(' or ');
}
