import type { DailyCost } from '@ai-finops/ledger/analysis';
import { DAY_MS } from '../queries/dayMs.ts';
import { billedRatio } from './billedRatio.ts';
import type { ForecastCalibration } from './forecastCalibration.ts';

/** Days of a forecast's history as billed; without a calibration as they are. */
export const calibratedDays = (
  days: readonly DailyCost[],
  calibration: ForecastCalibration | undefined
): readonly DailyCost[] =>
  calibration ? days.map(({ day, usd }) => ({ day, usd: usd * billedRatio(calibration, day * DAY_MS) })) : days;
