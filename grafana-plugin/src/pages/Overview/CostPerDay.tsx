import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import { DailyCostChart } from '../../components/DailyCostChart.tsx';
import { Help } from '../../components/Help.tsx';
import type { Breakdown } from '../../data/breakdown.ts';
import type { OpenDay } from '../../data/openDay.ts';
import type { PromSource } from '../../data/promSource.ts';
import { DailyCostTable } from './DailyCostTable.tsx';
import { stackedDays } from './stackedDays.ts';
import { trendSentence } from './trendSentence.ts';

const HOLLOW = [UNALLOCATED];

interface Props {
  readonly source: PromSource;
  readonly breakdown: Breakdown;
  readonly openDay: OpenDay | undefined;
  /** Names in the order of the table. */
  readonly names: readonly string[];
  readonly colorOf: (name: string) => string;
}

/** What each day cost: a sentence, then stacked bars with today open at the end, or the same as a table. */
export function CostPerDay({ source, breakdown, openDay, names, colorOf }: Props) {
  const styles = useStyles2(getStyles);
  const [asTable, setAsTable] = useState(false);
  const { perDay, dimension } = breakdown;
  const closed = perDay.kind === 'value' ? perDay.value : undefined;
  const sentence = useMemo(() => closed && trendSentence(closed), [closed]);
  const stacked = useMemo(
    () => closed && stackedDays(closed, names, openDay?.dimension === dimension ? openDayCosts(openDay) : undefined),
    [closed, names, openDay, dimension]
  );
  if (!closed || !stacked) {
    return <p className={styles.sentence}>The days have no answer: {perDay.kind === 'failed' && perDay.words}</p>;
  }
  return (
    <div>
      <div className={styles.line}>
        <p className={styles.sentence} data-testid="trend-sentence">
          {sentence} Today is hatched: it is still open.
        </p>
        <Help
          of="Cost per day"
          definition="What each closed UTC day cost, by the time of the call. The last bar is today so far, from the open day's gauge."
          question={perDay.question}
          source={source}
        />
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          icon={asTable ? 'graph-bar' : 'table'}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? 'Show as chart' : 'Show as table'}
        </Button>
      </div>
      {asTable ? (
        <DailyCostTable days={stacked.days} series={stacked.series} openDay={openDay?.day} />
      ) : (
        <DailyCostChart days={stacked.days} series={stacked.series} colorOf={colorOf} hollow={HOLLOW} height={320} />
      )}
    </div>
  );
}

const openDayCosts = ({ day, cost, costBy }: OpenDay) => ({
  day,
  total: cost.kind === 'value' ? cost.value : undefined,
  byName: costBy?.kind === 'value' ? costBy.value : undefined,
});

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), marginBottom: theme.spacing(1) }),
  sentence: css({ margin: 0, color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
