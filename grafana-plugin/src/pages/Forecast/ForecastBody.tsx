import { Alert, TextLink } from '@grafana/ui';
import React from 'react';
import { Fading } from '../../components/Fading.tsx';
import type { View } from '../../components/frame/view.ts';
import { Failure } from '../../components/states/Failure.tsx';
import { PageSkeleton } from '../../components/states/PageSkeleton.tsx';
import { PartialNotice } from '../../components/states/PartialNotice.tsx';
import { APP_ID } from '../../data/appId.ts';
import { forecastName } from '../../data/forecastName.ts';
import { loadForecast } from '../../data/loadForecast.ts';
import { loadForecastBooks } from '../../data/loadForecastBooks.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { Commitments } from './Commitments.tsx';
import { ForecastPicker } from './ForecastPicker.tsx';
import { Projection } from './Projection.tsx';

/** Whose forecast, and the forecast, or why there is none. */
export function ForecastBody({ source, scope, basis, books, onChoice }: View) {
  const of = forecastName(scope);
  const loaded = useLoaded(JSON.stringify([source.uid, of, books.lastClosedDay]), async (signal) => {
    const [forecast, actual] = await Promise.all([
      loadForecast(of, signal),
      loadForecastBooks(source, of, books, Date.now(), signal),
    ]);
    return { forecast, actual };
  });
  const value = loaded.value;
  return (
    <>
      <ForecastPicker source={source} of={of} onChoice={onChoice} />
      {basis && (
        <p data-testid="basis-note">
          Estimates, though the bills were chosen: forecasts, the days they are made of and the alerts on them rest on
          what the ledger priced, call by call.
        </p>
      )}
      {loaded.failed !== undefined && (
        <Failure what="The forecast could not be loaded" words={loaded.failed} onRetry={loaded.retry} />
      )}
      {!value && loaded.failed === undefined && <PageSkeleton />}
      {value && (
        <Fading isBusy={loaded.loading}>
          <PartialNotice answers={[value.actual.perDay, value.actual.budget]} onRetry={loaded.retry} />
          {value.forecast.state === 'absent' && (
            <Alert severity="warning" title="No ledger answers">
              The forecast comes from the ledger’s API, and this app has no address of one, or of an older one that
              makes no forecast. An administrator can set it:{' '}
              <TextLink href={`/plugins/${APP_ID}`} inline>
                the app’s settings
              </TextLink>
              , “Ledger”.
            </Alert>
          )}
          {value.forecast.state === 'failed' && (
            <Failure what="The ledger did not answer" words={value.forecast.words} onRetry={loaded.retry} />
          )}
          {value.forecast.state === 'none' && (
            <Alert severity="info" title="No forecast" data-testid="no-forecast">
              {value.forecast.reason}
            </Alert>
          )}
          {value.forecast.state === 'ready' && (
            <>
              <Projection
                source={source}
                of={of}
                forecasted={value.forecast}
                actual={value.actual}
                basis={basis}
              />
              <Commitments of={of} lastClosedDay={books.lastClosedDay} />
            </>
          )}
        </Fading>
      )}
    </>
  );
}
