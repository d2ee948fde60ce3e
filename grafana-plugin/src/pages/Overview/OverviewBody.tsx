import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { Failure } from '../../components/Failure.tsx';
import type { Books } from '../../data/books.ts';
import { loadOpenDay } from '../../data/loadOpenDay.ts';
import type { PromSource } from '../../data/promSource.ts';
import { type Loaded, useLoaded } from '../../data/useLoaded.ts';
import { ClosedDays } from './ClosedDays.tsx';
import { EmptyOverview } from './EmptyOverview.tsx';
import { FirstDay } from './FirstDay.tsx';
import { OverviewSkeleton } from './OverviewSkeleton.tsx';
import type { OverviewChoice } from './readOverviewUrl.ts';

const OPEN_DAY_EVERY_MS = 10_000;

interface Props {
  readonly source: PromSource;
  readonly books: Loaded<Books | undefined>;
  readonly environment: string | undefined;
  readonly choice: OverviewChoice;
  readonly onChoice: (change: Partial<OverviewChoice>) => void;
}

/** The page by what there is: nothing yet, only today, or closed days. */
export function OverviewBody({ source, books, environment, choice, onChoice }: Props) {
  const styles = useStyles2(getStyles);
  const scope = { environment };
  const known = books.value !== undefined;
  const openDay = useLoaded(
    JSON.stringify([known, source.uid, environment, choice.by]),
    (signal) => (known ? loadOpenDay(source, scope, choice.by, Date.now(), signal) : Promise.resolve(undefined)),
    OPEN_DAY_EVERY_MS
  );
  if (books.value === undefined) {
    return books.failed === undefined ? (
      <OverviewSkeleton />
    ) : (
      <Failure what={`${source.name} did not answer`} words={books.failed} onRetry={books.retry} />
    );
  }
  const { lastClosedDay } = books.value;
  const empty = lastClosedDay === undefined && books.value.environments.length === 0;
  return (
    <div className={styles.page}>
      {books.failed !== undefined && (
        <Failure what="What you see may be out of date" words={books.failed} onRetry={books.retry} />
      )}
      {empty && <EmptyOverview source={source} onRetry={books.retry} />}
      {!empty && lastClosedDay === undefined && <FirstDay source={source} openDay={openDay.value} />}
      {lastClosedDay !== undefined && (
        <ClosedDays
          source={source}
          scope={scope}
          books={{ ...books.value, lastClosedDay }}
          openDay={openDay}
          choice={choice}
          onChoice={onChoice}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    container: 'page / inline-size',
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    minWidth: 0,
  }),
});
