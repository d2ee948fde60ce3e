import { billOf } from './billOf.ts';
import type { Calibration } from './calibration.ts';
import { monthsOf } from './monthsOf.ts';

/** Days in a row on which no provider's ratio changes; starts of days in ms. */
interface RatioPiece {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly ratios: readonly { readonly provider: string; readonly ratio: number }[];
}

/** Days cut where a month begins that is calibrated by other bills than the one before: few, or one. */
export function ratioPieces(calibration: readonly Calibration[], firstDay: number, lastDay: number): RatioPiece[] {
  const pieces: RatioPiece[] = [];
  for (const { month, ...days } of monthsOf(firstDay, lastDay)) {
    const ratios = calibration.map((one) => ({ provider: one.provider, ratio: billOf(one, month).ratio }));
    const before = pieces.at(-1);
    if (before && ratios.every(({ ratio }, index) => ratio === before.ratios[index]?.ratio)) {
      pieces[pieces.length - 1] = { ...before, lastDay: days.lastDay };
    } else {
      pieces.push({ ...days, ratios });
    }
  }
  return pieces;
}
