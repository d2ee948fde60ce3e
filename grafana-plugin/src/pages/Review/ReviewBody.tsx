import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { Fading } from '../../components/Fading.tsx';
import type { View } from '../../components/frame/view.ts';
import { useUrlText } from '../../components/frame/useUrlText.ts';
import { LedgerFailure } from '../../components/states/LedgerFailure.tsx';
import { NoLedger } from '../../components/states/NoLedger.tsx';
import { PageSkeleton } from '../../components/states/PageSkeleton.tsx';
import { loadLevers } from '../../data/loadLevers.ts';
import { loadOpportunities } from '../../data/loadOpportunities.ts';
import { loadReview } from '../../data/loadReview.ts';
import { loadWhatChanged } from '../../data/loadWhatChanged.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { Agenda } from './Agenda.tsx';
import { agendaItems } from './agendaItems.ts';
import { Clock } from './Clock.tsx';
import { CloseReview } from './CloseReview.tsx';
import { Decisions } from './Decisions.tsx';
import { weekPeriod } from './weekPeriod.ts';
import { WeekStrip } from './WeekStrip.tsx';

/** A week's agenda from the data, what to decide, and the minutes. */
export function ReviewBody({ source, books: { lastClosedDay } }: View) {
  const styles = useStyles2(getStyles);
  const [asked, setWeek] = useUrlText('week');
  const loaded = useLoaded(JSON.stringify([source.uid, asked, lastClosedDay]), async (signal) => {
    const [review, levers, ideas] = await Promise.all([
      loadReview(asked, signal),
      loadLevers(signal),
      loadOpportunities(signal),
    ]);
    const period = review.kind === 'value' ? weekPeriod(review.value.week, lastClosedDay) : undefined;
    const change = period && (await loadWhatChanged(source, {}, period, signal));
    return { review, levers, ideas, change };
  });
  if (loaded.failed !== undefined) {
    return <LedgerFailure words={loaded.failed} onRetry={loaded.retry} />;
  }
  if (!loaded.value) {
    return <PageSkeleton />;
  }
  const { review, levers, ideas, change } = loaded.value;
  if (review.kind === 'absent') {
    return <NoLedger isSet={false} />;
  }
  if (review.kind === 'failed') {
    return <LedgerFailure words={review.words} onRetry={loaded.retry} />;
  }
  const items = agendaItems({
    change:
      change === undefined
        ? 'No day of this week is closed yet.'
        : change.kind === 'value'
          ? change.change
          : change.words,
    levers: levers.kind === 'value' ? levers.value : undefined,
    ideas: ideas.kind === 'value' ? ideas.value : undefined,
    review: review.value,
  });
  return (
    <Fading isBusy={loaded.loading}>
      <div className={styles}>
        <h2>Week {review.value.week}</h2>
        <WeekStrip review={review.value} onWeek={setWeek} />
        <Clock />
      </div>
      <Agenda items={items} />
      <Decisions decisions={review.value.decisions} onChanged={loaded.retry} />
      <CloseReview key={review.value.week} review={review.value} items={items} onChanged={loaded.retry} />
    </Fading>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2), alignItems: 'center', h2: { margin: 0 } });
