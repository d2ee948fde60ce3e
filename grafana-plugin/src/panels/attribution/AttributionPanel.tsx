import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2, PanelProps } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { DailyCostChart } from '../../components/days/DailyCostChart.tsx';
import { stackedDays } from '../../components/days/stackedDays.ts';
import { trendSentence } from '../../components/days/trendSentence.ts';
import { useSeriesColor } from '../../components/useSeriesColor.ts';
import { PanelSentence, SENTENCE_HEIGHT } from '../frames/PanelSentence.tsx';
import { PanelWords } from '../frames/PanelWords.tsx';
import { readDaily } from '../frames/readDaily.ts';
import type { AttributionOptions } from './attributionOptions.ts';
import { breakdown } from './breakdown.ts';
import { BreakdownTable } from './BreakdownTable.tsx';
import { rowHref } from './rowHref.ts';

const HOLLOW = [UNALLOCATED];
/** From here on the table stands beside the trend. */
const WIDE = 720;
const LEAST_CHART = 120;

/** Who and what it was for: the last days by name, and the course of them. */
export function AttributionPanel({ data, options, width, height }: PanelProps<AttributionOptions>) {
  const styles = useStyles2(getStyles);
  const { days: count, rows: most, show, label } = options;
  const read = useMemo(() => readDaily(data.series), [data.series]);
  const drawn = useMemo(() => {
    if ('words' in read) {
      return undefined;
    }
    const table = breakdown(read, count, most);
    const names = table.rows.filter(({ isRest }) => !isRest).map(({ name }) => name);
    return { table, names, stack: stackedDays(read, names, undefined), sentence: trendSentence(read) };
  }, [read, count, most]);
  const colorOf = useSeriesColor(drawn?.names ?? []);
  if ('words' in read || !drawn) {
    return <PanelWords>{'words' in read ? read.words : ''}</PanelWords>;
  }
  const { table, stack, sentence } = drawn;
  const isWide = show === 'both' && width >= WIDE;
  const room = height - SENTENCE_HEIGHT;
  return (
    <div className={styles.panel} style={{ height }}>
      <PanelSentence>{sentence}</PanelSentence>
      <div className={cx(isWide && styles.wide)}>
        {show !== 'trend' && (
          <div className={styles.table} style={{ height: show === 'both' && !isWide ? room * 0.5 : room }}>
            <BreakdownTable
              {...table}
              count={count}
              colorOf={colorOf}
              hrefOf={(name) => rowHref(read.fields.get(name), name, label, table)}
            />
          </div>
        )}
        {show !== 'table' && (
          <DailyCostChart
            {...stack}
            kind="stack"
            colorOf={colorOf}
            hollow={HOLLOW}
            height={Math.max(LEAST_CHART, show === 'both' && !isWide ? room * 0.5 : room)}
            isLastOpen={false}
            limit={undefined}
          />
        )}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ overflow: 'hidden' }),
  wide: css({ display: 'grid', gap: theme.spacing(2), gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 7fr)' }),
  table: css({ overflow: 'auto' }),
});
