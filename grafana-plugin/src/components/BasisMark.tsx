import { Badge } from '@grafana/ui';
import React from 'react';
import type { Basis } from '../choice/basis.ts';
import { basisWords } from './numbers/basisWords.ts';

/** Beside a number that is calibrated: by which bill. An estimate has a mark only where something else was chosen. */
export function BasisMark({ basis }: { readonly basis: Basis }) {
  if (basis === undefined) {
    return null;
  }
  return basis === 'estimate' ? (
    <Badge text="estimate" color="blue" data-testid="estimate" />
  ) : (
    <Badge text={basisWords(basis)} color="purple" data-testid="basis" />
  );
}
