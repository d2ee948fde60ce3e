import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
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
  const styles = useStyles2(getStyles);
  const { source, basis, books } = view;
  return (
    <div className={styles}>
      <Headline source={source} basis={basis} headline={headline} />
      <MonthToDateCard source={source} basis={basis} today={books.today} headline={headline} />
      <OutlookCard view={view} headline={headline} />
      <OpenDayCard source={source} openDay={openDay} />
      <TrustCard source={source} headline={headline} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@container page (min-width: 480px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    '@container page (min-width: 720px)': {
      gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
      '> *': { gridColumn: 'span 2' },
      '> :nth-child(-n + 2)': { gridColumn: 'span 3' },
    },
    '@container page (min-width: 1000px)': {
      gridTemplateColumns: 'minmax(0, 1.4fr) repeat(4, minmax(0, 1fr))',
      '> *, > :nth-child(-n + 2)': { gridColumn: 'auto' },
    },
  });
