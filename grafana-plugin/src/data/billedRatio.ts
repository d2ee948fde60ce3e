import type { ForecastCalibration } from './forecastCalibration.ts';

/** What a closed day (00:00 UTC in ms) is multiplied by; one whose own ratio is not known takes that of the last weeks. */
export const billedRatio = (calibration: Omit<ForecastCalibration, 'bills'> | undefined, atMs: number): number =>
  calibration ? (calibration.byDay.get(atMs) ?? calibration.factor) : 1;
