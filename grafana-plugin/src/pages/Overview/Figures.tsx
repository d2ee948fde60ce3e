import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { fiveCards } from '../../components/fiveCards.ts';
import type { View } from '../../components/frame/view.ts';
import type { HeadlineNumbers } from '../../data/headlineNumbers.ts';
import type { OpenDay } from '../../data/openDay.ts';
import { Headline } from './Headline.tsx';
import { MonthToDateCard } from './MonthToDateCard.tsx';
import { OpenDayCard } from './OpenDayCard.tsx';
import { OutlookCard } from './OutlookCard.tsx';
import { TrustCard } from './TrustCard.tsx';

interface Props {
  readonly view: View;
  readonly headline: HeadlineNumbers;
  readonly openDay: OpenDay | undefined;
}

/** The answer in large, and beside it what puts it in its place. */
export function Figures({ view, headline, openDay }: Props) {
  const cards = useStyles2(fiveCards);
  const { source, basis, books } = view;
  return (
    <div className={cards}>
      <Headline source={source} basis={basis} headline={headline} />
      <MonthToDateCard source={source} basis={basis} today={books.today} headline={headline} />
      <OutlookCard view={view} headline={headline} />
      <OpenDayCard source={source} openDay={openDay} />
      <TrustCard source={source} headline={headline} />
    </div>
  );
}
