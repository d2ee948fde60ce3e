import type { Calibration } from '../queries/calibration.ts';
import type { Choice } from './choice.ts';

/** What costs are multiplied by: nothing where estimates are chosen or no final bill is there. */
export const chooseCalibration = (
  { basis }: Pick<Choice, 'basis'>,
  known: readonly Calibration[]
): readonly Calibration[] | undefined => (basis === 'estimate' || known.length === 0 ? undefined : known);
