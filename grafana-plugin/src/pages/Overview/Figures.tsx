import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Books } from '../../data/books.ts';
import type { HeadlineNumbers } from '../../data/headlineNumbers.ts';
import type { OpenDay } from '../../data/openDay.ts';
import type { PromSource } from '../../data/promSource.ts';
import { Headline } from './Headline.tsx';
import { MonthToDateCard } from './MonthToDateCard.tsx';
import { OpenDayCard } from './OpenDayCard.tsx';
import { TrustCard } from './TrustCard.tsx';

interface Props {
  readonly source: PromSource;
  readonly books: Books & { lastClosedDay: number };
  readonly headline: HeadlineNumbers;
  readonly openDay: OpenDay | undefined;
}

/** The answer in large, and beside it what puts it in its place. */
export function Figures({ source, books, headline, openDay }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.cards}>
      <Headline source={source} today={books.today} headline={headline} />
      <OpenDayCard source={source} openDay={openDay} />
      <MonthToDateCard source={source} today={books.today} headline={headline} />
      <TrustCard source={source} headline={headline} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  cards: css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@container page (min-width: 480px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    '@container page (min-width: 900px)': { gridTemplateColumns: 'minmax(0, 1.5fr) repeat(3, minmax(0, 1fr))' },
  }),
});
