import React from 'react';
import { Help } from '../../components/Help.tsx';
import { formatRatio } from '../../components/numbers/formatRatio.ts';
import type { Answer } from '../../data/answer.ts';
import type { ForecastCalibration } from '../../data/forecastCalibration.ts';
import { FACTOR_DAYS } from '../../data/forecastFactor.ts';
import type { PromSource } from '../../data/promSource.ts';

interface Props {
  readonly source: PromSource;
  readonly billed: Answer<ForecastCalibration | undefined>;
}

/** How the forecast was brought to the bills, or why it stays an estimate. */
export function ForecastBasis({ source, billed }: Props) {
  if (billed.kind !== 'value' || !billed.value) {
    return (
      <p data-testid="forecast-basis">
        Estimates:{' '}
        {billed.kind === 'value'
          ? `the last ${FACTOR_DAYS} closed days cost nothing, so there is no ratio to the bills.`
          : billed.words}
      </p>
    );
  }
  return (
    <p data-testid="forecast-basis">
      The forecast {formatRatio(billed.value.factor)}: what the last {FACTOR_DAYS} closed days cost as billed, by what
      they are estimated at.{' '}
      <Help
        of="Calibrated forecast"
        definition={`The median and all bounds of the ledger’s forecast times one ratio: what the last ${FACTOR_DAYS} closed days of it cost with each provider as its bill says, by their estimate. The mix of providers is held as it is, and a provider without a final bill counts as estimated. Planned changes and a new feature are added as they are written. Closed days are each as their own providers are billed.`}
        question={billed.question}
        source={source}
      />
    </p>
  );
}
