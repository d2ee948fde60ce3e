import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { CostDays } from '../../components/days/CostDays.tsx';
import { useDayMarks } from '../../components/days/useDayMarks.ts';
import type { View } from '../../components/frame/view.ts';
import { labelNames } from '../../components/labelNames.ts';
import { monthLength } from '../../components/monthLength.ts';
import { formatDays } from '../../components/numbers/formatDays.ts';
import { useSeriesColor } from '../../components/useSeriesColor.ts';
import type { Breakdown } from '../../data/breakdown.ts';
import type { HeadlineNumbers } from '../../data/headlineNumbers.ts';
import type { OpenDay } from '../../data/openDay.ts';
import { valueOf } from '../../data/valueOf.ts';
import { namesOf } from './namesOf.ts';
import { overviewLabels } from './overviewLabels.ts';

interface Props {
  readonly view: View;
  readonly headline: HeadlineNumbers;
  readonly breakdown: Breakdown;
  readonly openDay: OpenDay | undefined;
}

const BY = overviewLabels.map((label) => ({ value: label, label: labelNames[label] }));
const CHARTS = [
  { value: 'cost' as const, label: 'Cost per day' },
  { value: 'perCall' as const, label: 'Cost per call' },
];

/** The period's days, with today at their end where they run up to it. */
export function WhereItWent({ view, headline, breakdown, openDay }: Props) {
  const { source, books, choice, onChoice } = view;
  const styles = useStyles2(getStyles);
  const { by, period, perDay, callsPerDay } = breakdown;
  const names = useMemo(() => namesOf(breakdown), [breakdown]);
  const colorOf = useSeriesColor(names);
  const isUpToToday = period.lastDay === books.lastClosedDay && openDay?.by === by;
  const marks = useDayMarks(view, period.firstDay, isUpToToday ? books.today : period.lastDay);
  const budget = valueOf(headline.budget);
  return (
    <section className={styles.section}>
      <header className={styles.header}>
        <RadioButtonGroup
          aria-label="Chart"
          options={CHARTS}
          value={choice.chart}
          onChange={(chart) => onChoice({ chart })}
        />
        <span className={styles.days} data-testid="period">
          {formatDays(period)}
        </span>
        <RadioButtonGroup
          aria-label="Break down by"
          options={BY}
          // What was chosen, at once; the days follow when they are there.
          value={overviewLabels.find((label) => label === choice.by) ?? by}
          onChange={(next) => onChoice({ by: next, sort: '', find: '' })}
        />
      </header>
      <CostDays
        source={source}
        cost={perDay}
        calls={callsPerDay}
        openDay={isUpToToday ? openDay : undefined}
        names={names}
        colorOf={colorOf}
        isTable={choice.isTable}
        onTable={(isTable) => onChoice({ isTable })}
        marks={marks}
        limit={budget === undefined ? undefined : budget / monthLength(period.lastDay)}
      />
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), minWidth: 0 }),
  header: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2) }),
  days: css({ marginRight: 'auto', color: theme.colors.text.secondary }),
});
