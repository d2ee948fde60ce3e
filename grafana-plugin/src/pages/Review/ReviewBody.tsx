import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { Fading } from '../../components/Fading.tsx';
import type { View } from '../../components/frame/view.ts';
import { formatDays } from '../../components/numbers/formatDays.ts';
import { useUrlText } from '../../components/frame/useUrlText.ts';
import { LedgerFailure } from '../../components/states/LedgerFailure.tsx';
import { NoLedger } from '../../components/states/NoLedger.tsx';
import { PageSkeleton } from '../../components/states/PageSkeleton.tsx';
import { loadLevers } from '../../data/loadLevers.ts';
import { loadReview } from '../../data/loadReview.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { Agenda } from './Agenda.tsx';
import { Clock } from './Clock.tsx';
import { CloseReview } from './CloseReview.tsx';
import { Decisions } from './Decisions.tsx';
import { WeekStrip } from './WeekStrip.tsx';

/** A week's agenda from the data, what to decide, and the minutes. */
export function ReviewBody({ books: { lastClosedDay } }: View) {
  const styles = useStyles2(getStyles);
  const [asked, setWeek] = useUrlText('week');
  const loaded = useLoaded(JSON.stringify([asked, lastClosedDay]), async (signal) => {
    const [review, levers] = await Promise.all([loadReview(asked, signal), loadLevers(signal)]);
    if (review.kind === 'failed') {
      throw new Error(review.words);
    }
    return { asked, review, levers };
  });
  const failure = loaded.failed !== undefined && <LedgerFailure words={loaded.failed} onRetry={loaded.retry} />;
  // What somebody types below outlives an answer that did not come; what was asked before is no answer.
  if (!loaded.value || (failure && loaded.value.asked !== asked)) {
    return failure || <PageSkeleton />;
  }
  const { review, levers } = loaded.value;
  if (review.kind === 'absent') {
    return <NoLedger isSet={false} />;
  }
  const events = levers.kind === 'value' ? levers.value.levers.map(({ event }) => event) : [];
  return (
    <Fading isBusy={loaded.loading}>
      {failure}
      <div className={styles}>
        <h2>Week {review.value.week}</h2>
        <span>{formatDays({ firstDay: Date.parse(review.value.from), lastDay: Date.parse(review.value.to) })}</span>
        <WeekStrip review={review.value} onWeek={setWeek} />
        <Clock />
      </div>
      <Agenda review={review.value} lastClosedDay={lastClosedDay} />
      <Decisions week={review.value.week} decisions={review.value.decisions} events={events} onChanged={loaded.retry} />
      <CloseReview key={review.value.week} review={review.value} onChanged={loaded.retry} />
    </Fading>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2), alignItems: 'center', h2: { margin: 0 } });
