import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { useSeriesColor } from '../../components/useSeriesColor.ts';
import type { Breakdown } from '../../data/breakdown.ts';
import type { HeadlineNumbers } from '../../data/headlineNumbers.ts';
import type { OpenDay } from '../../data/openDay.ts';
import type { PromSource } from '../../data/promSource.ts';
import type { Dimension } from '../../queries/dimension.ts';
import { BreakdownTable } from './BreakdownTable.tsx';
import { CostPerDay } from './CostPerDay.tsx';
import { dimensionNames } from './dimensionNames.ts';
import type { OverviewChoice } from './readOverviewUrl.ts';

interface Props {
  readonly source: PromSource;
  readonly total: HeadlineNumbers;
  readonly breakdown: Breakdown;
  readonly openDay: OpenDay | undefined;
  readonly choice: OverviewChoice;
  readonly onChoice: (change: Partial<OverviewChoice>) => void;
}

const BY = Object.entries(dimensionNames).map(([value, label]) => ({ value: value as Dimension, label }));
const DAYS: { value: 30 | 90; label: string }[] = [
  { value: 30, label: '30 d' },
  { value: 90, label: '90 d' },
];

/** The same days twice: as bars, and as rows that add up to the headline. */
export function WhereItWent({ source, total, breakdown, openDay, choice, onChoice }: Props) {
  const styles = useStyles2(getStyles);
  const names = useMemo(
    () => (breakdown.rows.kind === 'value' ? breakdown.rows.value.map(({ name }) => name) : []),
    [breakdown.rows]
  );
  const colorOf = useSeriesColor(names);
  return (
    <section className={styles.section}>
      <header className={styles.header}>
        <h2 className={styles.title}>Cost per day</h2>
        <div className={styles.controls}>
          <RadioButtonGroup
            size="sm"
            aria-label="Break down by"
            options={BY}
            value={choice.by}
            onChange={(by) => onChoice({ by })}
          />
          <RadioButtonGroup
            size="sm"
            aria-label="Period"
            options={DAYS}
            value={choice.days}
            onChange={(days) => onChoice({ days })}
          />
        </div>
      </header>
      <CostPerDay source={source} breakdown={breakdown} openDay={openDay} names={names} colorOf={colorOf} />
      <BreakdownTable
        source={source}
        total={total}
        breakdown={breakdown}
        colorOf={colorOf}
        sort={choice.sort}
        onSort={(sort) => onChoice({ sort })}
      />
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
  header: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  }),
  title: css({ margin: 0, fontSize: theme.typography.h4.fontSize }),
  controls: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
