import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import type { Books } from '../../data/books.ts';
import type { Loaded } from '../../data/useLoaded.ts';
import { Failure } from '../states/Failure.tsx';
import { NoCalls } from '../states/NoCalls.tsx';
import { PageSkeleton } from '../states/PageSkeleton.tsx';
import type { View } from './view.ts';

interface Props {
  readonly books: Loaded<Books | undefined>;
  readonly view: Omit<View, 'books'>;
  readonly firstDay: ((view: View<Books>) => ReactNode) | undefined;
  readonly children: (view: View) => ReactNode;
}

/** The page by what there is: nothing yet, only today, or closed days. */
export function BooksBody({ books: { value: books, failed, retry }, view, firstDay, children }: Props) {
  const styles = useStyles2(getStyles);
  if (books === undefined) {
    return failed === undefined ? (
      <PageSkeleton />
    ) : (
      <Failure what={`${view.source.name} did not answer`} words={failed} onRetry={retry} />
    );
  }
  const { lastClosedDay } = books;
  const isEmpty = lastClosedDay === undefined && books.environments.length === 0;
  return (
    <div className={styles}>
      {failed !== undefined && <Failure what="What you see may be out of date" words={failed} onRetry={retry} />}
      {isEmpty && <NoCalls source={view.source} onRetry={retry} />}
      {!isEmpty && lastClosedDay === undefined && (
        <>
          {firstDay?.({ ...view, books })}
          <Alert severity="info" title="No day is closed yet">
            What this page shows is made of closed days. The first one closes from 02:00 UTC on, once no calls have
            arrived for it for 30 minutes.
          </Alert>
        </>
      )}
      {lastClosedDay !== undefined && children({ ...view, books: { ...books, lastClosedDay } })}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    container: 'page / inline-size',
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    minWidth: 0,
  });
