import { Badge } from '@grafana/ui';
import React from 'react';
import type { Basis } from '../choice/basis.ts';
import { basisWords } from './numbers/basisWords.ts';

interface Props {
  readonly basis: Basis;
  /** Closed days the number is of; left out: days to come. */
  readonly days?: { readonly firstDay: number; readonly lastDay: number } | undefined;
}

/** Beside a number that is calibrated: by which bills. An estimate has a mark only where something else was chosen. */
export function BasisMark({ basis, days }: Props) {
  if (basis === undefined) {
    return null;
  }
  return basis === 'estimate' ? (
    <Badge text="estimate" color="blue" data-testid="estimate" />
  ) : (
    <Badge text={basisWords(basis, days)} color="purple" data-testid="basis" />
  );
}
