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
import { loadForecastCalibration } from '../../data/loadForecastCalibration.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { Commitments } from './Commitments.tsx';
import { ForecastPicker } from './ForecastPicker.tsx';
import { Projection } from './Projection.tsx';

/** Whose forecast, and the forecast, or why there is none. */
export function ForecastBody({ source, scope, basis, books, onChoice }: View) {
  const of = forecastName(scope);
  const loaded = useLoaded(JSON.stringify([source.uid, of, books.lastClosedDay, scope.calibration]), async (signal) => {
    const [forecast, actual, billed] = await Promise.all([
      loadForecast(of, signal),
      loadForecastBooks(source, of, books, Date.now(), signal),
      loadForecastCalibration(source, of, scope.calibration, books.lastClosedDay, signal),
    ]);
    return { forecast, actual, billed };
  });
  const value = loaded.value;
  return (
    <>
      <ForecastPicker source={source} of={of} onChoice={onChoice} />
      {loaded.failed !== undefined && (
        <Failure what="The forecast could not be loaded" words={loaded.failed} onRetry={loaded.retry} />
      )}
      {!value && loaded.failed === undefined && <PageSkeleton />}
      {value && (
        <Fading isBusy={loaded.loading}>
          <PartialNotice answers={[value.actual.perDay, value.actual.budget, value.billed]} onRetry={loaded.retry} />
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
                billed={value.billed}
                isBillChosen={basis !== undefined}
              />
              <Commitments of={of} lastClosedDay={books.lastClosedDay} />
            </>
          )}
        </Fading>
      )}
    </>
  );
}
