import { applyAssumptions, forecastDaily } from '@ai-finops/ledger/analysis';
import { TextLink } from '@grafana/ui';
import React from 'react';
import type { Choice } from '../../choice/choice.ts';
import { exhaustionWords } from '../../components/exhaustionWords.ts';
import { pageHref } from '../../components/frame/pageHref.ts';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import { NumberCard } from '../../components/NumberCard.tsx';
import { forecastName } from '../../data/forecastName.ts';
import type { HeadlineNumbers } from '../../data/headlineNumbers.ts';
import { loadForecast } from '../../data/loadForecast.ts';
import { monthOutlook } from '../../data/monthOutlook.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import type { Scope } from '../../queries/scope.ts';

interface Props {
  readonly scope: Scope;
  readonly choice: Choice;
  readonly lastClosedDay: number;
  readonly headline: HeadlineNumbers;
}

/** What the month will have cost at its end, all environments: the ledger's forecast, where it makes one. */
export function OutlookCard({ scope, choice, lastClosedDay, headline: { budget } }: Props) {
  const of = forecastName(scope);
  const isForecast = of !== undefined || (scope.filters ?? []).length === 0;
  const loaded = useLoaded(JSON.stringify([of, isForecast, lastClosedDay]), (signal) =>
    isForecast ? loadForecast(of, signal) : Promise.resolve(undefined)
  );
  const limit = budget.kind === 'value' && budget.value ? budget.value : undefined;
  const title = `Month end (outlook${scope.calibration ? ', estimate' : ''})`;
  const found = loaded.value;
  const forecast = found?.state === 'ready' ? forecastDaily(found.history, found.today) : undefined;
  if (found?.state !== 'ready' || forecast?.state !== 'ready') {
    return (
      <NumberCard testId="outlook" title={title} value={loaded.loading ? '…' : 'no forecast'}>
        <p>
          {!loaded.loading &&
            (isForecast
              ? whyNone(found, loaded.failed)
              : 'Forecasts are made of the total, one provider, team or feature.')}
        </p>
      </NumberCard>
    );
  }
  const { usd, low, high, end } = monthOutlook(found.history, forecast.path, limit);
  const double = applyAssumptions(forecast.path, { usage: 2, price: 1, mix: 1, effects: [] });
  const atDouble = monthOutlook(found.history, double, limit).end;
  return (
    <NumberCard testId="outlook" title={title} value={formatMoneyShort(usd)}>
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
