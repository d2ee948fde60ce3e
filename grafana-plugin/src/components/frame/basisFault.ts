import type { Answer } from '../../data/answer.ts';
import type { Calibration } from '../../queries/calibration.ts';

/** Why a page can't be calibrated; undefined: it can. */
export function basisFault(canCalibrate: boolean, calibration: Answer<readonly Calibration[]>): string | undefined {
  if (!canCalibrate) {
    return 'This page stays on estimates: what the ledger priced, call by call.';
  }
  if (calibration.kind !== 'value') {
    return `What the bills say is not known: ${calibration.words}`;
  }
  return calibration.value.length > 0
    ? undefined
    : 'No final bill was imported, so there is nothing to calibrate by: numbers are what the ledger priced, call by call.';
}
