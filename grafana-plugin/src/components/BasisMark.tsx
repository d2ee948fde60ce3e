import { Badge } from '@grafana/ui';
import React from 'react';
import type { Calibration } from '../queries/calibration.ts';
import { basisWords } from './numbers/basisWords.ts';

interface Props {
  readonly calibration: readonly Calibration[] | undefined;
  /** Calibrated numbers were chosen, and this is none. */
  readonly isEstimate?: boolean;
}

/** Beside a number that is calibrated: by which bill. An estimate has a mark only where something else was chosen. */
export function BasisMark({ calibration, isEstimate = false }: Props) {
  if (calibration !== undefined && !isEstimate) {
    return <Badge text={basisWords(calibration)} color="purple" data-testid="basis" />;
  }
  return isEstimate ? <Badge text="estimate" color="blue" data-testid="estimate" /> : null;
}
