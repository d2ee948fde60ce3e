import { Badge } from '@grafana/ui';
import React from 'react';
import type { Calibration } from '../queries/calibration.ts';
import { basisWords } from './numbers/basisWords.ts';

interface Props {
  readonly calibration: readonly Calibration[] | undefined;
}

/** Beside a number that is calibrated: by which bill. An estimate is the rule and has no mark. */
export const BasisMark = ({ calibration }: Props) =>
  calibration === undefined ? null : <Badge text={basisWords(calibration)} color="purple" data-testid="basis" />;
