import { calibratedShare } from '../queries/calibratedShare.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import { askAt, type Question } from '../queries/question.ts';
import type { Scope } from '../queries/scope.ts';

/** Four weeks: each weekday as often as the others. */
export const FACTOR_DAYS = 28;

/**
 * What a forecast is multiplied by to be as billed: what its last four weeks of closed days cost as billed by what they
 * are estimated at. So the mix of providers is held as it is, and one without a final bill counts at 1.
 */
export const forecastFactor = (scope: Scope, lastClosedDay: number): Question =>
  askAt(calibratedShare(scope, { days: FACTOR_DAYS, lastDay: lastClosedDay }), lastClosedDay + DAY_MS);
