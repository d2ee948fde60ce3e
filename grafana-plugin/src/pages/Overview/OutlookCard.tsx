import { applyAssumptions, forecastDaily } from '@ai-finops/ledger/analysis';
import { TextLink } from '@grafana/ui';
import React from 'react';
import { BasisMark } from '../../components/BasisMark.tsx';
import { exhaustionWords } from '../../components/exhaustionWords.ts';
import { pageHref } from '../../components/frame/pageHref.ts';
import type { View } from '../../components/frame/view.ts';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import { NumberCard } from '../../components/NumberCard.tsx';
import { calibratedDays } from '../../data/calibratedDays.ts';
import { forecastName } from '../../data/forecastName.ts';
import type { HeadlineNumbers } from '../../data/headlineNumbers.ts';
import { loadForecast } from '../../data/loadForecast.ts';
import { loadForecastCalibration } from '../../data/loadForecastCalibration.ts';
import { monthOutlook } from '../../data/monthOutlook.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { valueOf } from '../../data/valueOf.ts';

interface Props {
  readonly view: View;
  readonly headline: HeadlineNumbers;
}

/** What the month will have cost at its end, all environments: the ledger's forecast, where it makes one. */
export function OutlookCard({ view: { source, scope, basis, books, choice }, headline: { budget } }: Props) {
  const of = forecastName(scope);
  const isForecast = of !== undefined || (scope.filters ?? []).length === 0;
  const about = JSON.stringify([source.uid, of, isForecast, books.lastClosedDay, scope.calibration]);
  const loaded = useLoaded(about, async (signal) => {
    const [forecast, billed] = isForecast
      ? await Promise.all([
          loadForecast(of, signal),
          loadForecastCalibration(source, of, scope.calibration, books.lastClosedDay, signal),
        ])
      : [];
    return { forecast, calibration: billed && valueOf(billed) };
  });
  const limit = budget.kind === 'value' && budget.value ? budget.value : undefined;
  const found = loaded.value?.forecast;
  const calibration = loaded.value?.calibration;
  const forecast = found?.state === 'ready' ? forecastDaily(found.history, found.today) : undefined;
  if (found?.state !== 'ready' || forecast?.state !== 'ready') {
    return (
      <NumberCard testId="outlook" title="Month end (outlook)" value={loaded.loading ? '…' : 'no forecast'}>
        <p>
          {!loaded.loading &&
            (isForecast
              ? whyNone(found, loaded.failed)
              : 'Forecasts are made of the total, one provider, team or feature.')}
        </p>
      </NumberCard>
    );
  }
  const at = (usage: number) =>
    monthOutlook(
      calibratedDays(found.history, calibration),
      applyAssumptions(forecast.path, { usage, price: calibration?.factor ?? 1, mix: 1, effects: [] }),
      limit
    );
  const { usd, low, high, end } = at(1);
  const atDouble = at(2).end;
  return (
    <NumberCard
      testId="outlook"
      title={
        <>
          Month end (outlook) <BasisMark basis={calibration?.bills ?? (basis && 'estimate')} />
        </>
      }
      value={formatMoneyShort(usd)}
    >
      <p>
        {formatMoneyShort(low)} – {formatMoneyShort(high)} in 80 of 100 cases, all environments
      </p>
      <p data-testid="outlook-budget">{end ? exhaustionWords(end) : 'no budget to hold it against'}</p>
      {atDouble && <p>at 2× usage: {exhaustionWords(atDouble)}</p>}
      <p>
        <TextLink href={pageHref('forecast', choice)} variant="bodySmall">
          Forecast
        </TextLink>
      </p>
    </NumberCard>
  );
}

function whyNone(found: Awaited<ReturnType<typeof loadForecast>> | undefined, failed: string | undefined): string {
  switch (found?.state) {
    case 'none':
      return found.reason;
    case 'failed':
      return `The ledger did not answer: ${found.words}`;
    case 'absent':
      return 'No ledger that forecasts answers. Its address is in the app’s settings.';
    default:
      return failed ?? 'The history allows none.';
  }
}
