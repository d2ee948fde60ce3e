import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { resolvePeriod } from '../../choice/resolvePeriod.ts';
import { Fading } from '../../components/Fading.tsx';
import type { View } from '../../components/frame/view.ts';
import { Failure } from '../../components/states/Failure.tsx';
import { NoClosedDay } from '../../components/states/NoClosedDay.tsx';
import { PageSkeleton } from '../../components/states/PageSkeleton.tsx';
import { PartialNotice } from '../../components/states/PartialNotice.tsx';
import { loadAttribution } from '../../data/loadAttribution.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { AttributionTable } from './AttributionTable.tsx';
import { PolicyFindings } from './PolicyFindings.tsx';
import { Selection } from './Selection.tsx';
import { SelectionDays } from './SelectionDays.tsx';
import { WhatChangedPart } from './WhatChangedPart.tsx';

/** The selection in a number, day by day, what changed, and its rows. */
export function AttributionBody(view: View) {
  const styles = useStyles2(getStyles);
  const { source, scope, books, choice, onChoice } = view;
  const { by, columns, chart } = choice;
  const period = resolvePeriod(choice.period, books, choice.against);
  const loaded = useLoaded(JSON.stringify([source.uid, scope, period, by, columns, chart]), (signal) =>
    period
      ? loadAttribution(source, scope, period, { by, columns, chart }, Date.now(), signal)
      : Promise.resolve(undefined)
  );
  if (!period) {
    return <NoClosedDay onWiden={() => onChoice({ period: '30d' })} />;
  }
  if (loaded.failed !== undefined) {
    return <Failure what={`${source.name} did not answer`} words={loaded.failed} onRetry={loaded.retry} />;
  }
  if (!loaded.value) {
    return <PageSkeleton />;
  }
  const { cost, before, calls, allCost, perDay, callsPerDay, answers } = loaded.value;
  return (
    <>
      <PartialNotice
        answers={[cost, before, calls, allCost, perDay, callsPerDay, ...Object.values(answers)]}
        onRetry={loaded.retry}
      />
      <Fading isBusy={loaded.loading}>
        <Selection view={view} attribution={loaded.value} />
        <SelectionDays view={view} attribution={loaded.value} />
        {by === 'model' && <PolicyFindings scope={scope} />}
        <div className={by === 'model' ? styles.below : styles.beside}>
          <AttributionTable view={view} attribution={loaded.value} />
          <WhatChangedPart view={view} period={period} />
        </div>
      </Fading>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const below = { display: 'grid', gap: theme.spacing(3), gridTemplateColumns: 'minmax(0, 1fr)' };
  return {
    // Models have three columns more: they need the whole width.
    below: css(below),
    // Beside each other only where the table has room for all its columns.
    beside: css({
      ...below,
      '@container page (min-width: 1180px)': { gridTemplateColumns: 'minmax(0, 2.4fr) minmax(0, 1fr)' },
    }),
  };
};
