import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { Failure } from '../../components/Failure.tsx';
import type { Books } from '../../data/books.ts';
import { loadBreakdown } from '../../data/loadBreakdown.ts';
import { loadHeadline } from '../../data/loadHeadline.ts';
import type { OpenDay } from '../../data/openDay.ts';
import type { PromSource } from '../../data/promSource.ts';
import { type Loaded, useLoaded } from '../../data/useLoaded.ts';
import type { Scope } from '../../queries/scope.ts';
import { Figures } from './Figures.tsx';
import { OverviewSkeleton } from './OverviewSkeleton.tsx';
import { PartialNotice } from './PartialNotice.tsx';
import type { OverviewChoice } from './readOverviewUrl.ts';
import { WhereItWent } from './WhereItWent.tsx';

interface Props {
  readonly source: PromSource;
  readonly scope: Scope;
  readonly books: Books & { lastClosedDay: number };
  readonly openDay: Loaded<OpenDay | undefined>;
  readonly choice: OverviewChoice;
  readonly onChoice: (change: Partial<OverviewChoice>) => void;
}

/** The page once there are closed days: the figures, then where the money went. */
export function ClosedDays({ source, scope, books, openDay, choice, onChoice }: Props) {
  const styles = useStyles2(getStyles);
  const about = JSON.stringify([source.uid, scope, books.lastClosedDay, books.today]);
  const headline = useLoaded(about, (signal) => loadHeadline(source, scope, books, Date.now(), signal));
  const breakdown = useLoaded(`${about} ${choice.by} ${choice.days}`, (signal) =>
    loadBreakdown(source, scope, books, choice.by, choice.days, Date.now(), signal)
  );
  const retry = () => {
    headline.retry();
    breakdown.retry();
    openDay.retry();
  };
  const failed = headline.failed ?? breakdown.failed;
  if (failed !== undefined) {
    return <Failure what={`${source.name} did not answer`} words={failed} onRetry={retry} />;
  }
  if (!headline.value || !breakdown.value) {
    return <OverviewSkeleton />;
  }
  return (
    <>
      <PartialNotice headline={headline.value} breakdown={breakdown.value} openDay={openDay.value} onRetry={retry} />
      <div className={styles.loaded} aria-busy={headline.loading}>
        <Figures source={source} books={books} headline={headline.value} openDay={openDay.value} />
      </div>
      <div className={styles.loaded} aria-busy={breakdown.loading || headline.loading}>
        <WhereItWent
          source={source}
          total={headline.value}
          breakdown={breakdown.value}
          openDay={openDay.value}
          choice={choice}
          onChoice={onChoice}
        />
      </div>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  loaded: css({
    minWidth: 0,
    '&[aria-busy=true]': { opacity: 0.5 },
    [theme.transitions.handleMotion('no-preference')]: { transition: 'opacity 150ms' },
  }),
});
