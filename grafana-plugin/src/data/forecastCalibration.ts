import type { Calibration } from '../queries/calibration.ts';

/** What brings a forecast, and the days it is made of, to the bills. Ratios: 1.1 is $1.10 billed for $1 estimated. */
export interface ForecastCalibration {
  /** Of the last four weeks together: what days to come are multiplied by, bounds too. */
  readonly factor: number;
  /** Of each closed day (00:00 UTC in ms), by the providers it had. */
  readonly byDay: ReadonlyMap<number, number>;
  /** The bills it rests on. */
  readonly bills: readonly Calibration[];
}
