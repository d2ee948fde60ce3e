import React from 'react';
import { formatMoneyShort } from '../../../components/numbers/formatMoneyShort.ts';
import type { Brief } from '../../../data/brief.ts';
import { FACTOR_DAYS } from '../../../data/forecastFactor.ts';

interface Props {
  readonly brief: Brief | undefined;
  /** The numbers around it are calibrated. */
  readonly isBillChosen: boolean;
}

/** The next quarter in a line: each usage with the range that holds in 80 of 100 cases. */
export function BriefQuarter({ brief, isBillChosen }: Props) {
  const quarter = brief?.quarter;
  if (quarter?.kind !== 'value') {
    return <p>{quarter?.words ?? 'no answer'}</p>;
  }
  if (quarter.value.length === 0) {
    return <p>No forecast yet: it needs two weeks of closed days.</p>;
  }
  return (
    <p data-testid="brief-quarter">
      {quarter.value
        .map(
          ({ scenario, usd, low, high }) =>
            `${scenario} usage ${formatMoneyShort(usd)} (${formatMoneyShort(low)} – ${formatMoneyShort(high)})`
        )
        .join(' · ')}
      .{' '}
      {brief?.isQuarterBilled
        ? `Calibrated at the ratio of the last ${FACTOR_DAYS} closed days. `
        : isBillChosen && 'Estimates, not calibrated. '}
      The next 90 days, all environments; ranges hold in 80 of 100 cases.
    </p>
  );
}
