import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import type { Answer } from '../../data/answer.ts';
import type { DailyCosts } from '../../data/dailyCosts.ts';
import type { OpenDay } from '../../data/openDay.ts';
import type { PromSource } from '../../data/promSource.ts';
import { Help } from '../Help.tsx';
import { formatMoney } from '../numbers/formatMoney.ts';
import { formatUnitCost } from '../numbers/formatUnitCost.ts';
import { DailyCostChart } from './DailyCostChart.tsx';
import { DailyCostTable } from './DailyCostTable.tsx';
import { drawnDays } from './drawnDays.ts';
import { MarkLegend } from './MarkLegend.tsx';
import type { Marks } from './useDayMarks.ts';

const HOLLOW = [UNALLOCATED];

interface Props {
  readonly source: PromSource;
  readonly cost: Answer<DailyCosts>;
  /** Given: the chart shows the cost of a call. */
  readonly calls?: Answer<DailyCosts> | undefined;
  /** Today so far, split as the days are. */
  readonly openDay?: OpenDay | undefined;
  /** Names in the order of the table below it. */
  readonly names: readonly string[];
  readonly colorOf: (name: string) => string;
  readonly isTable: boolean;
  readonly onTable: (isTable: boolean) => void;
  /** What a day may cost, USD. */
  readonly limit?: number | undefined;
  readonly height?: number;
  /** What happened on its days. */
  readonly marks?: Marks | undefined;
}

/** What each day, or a call on each day, cost: a sentence, then bars or lines, or the same as a table. */
export function CostDays(props: Props) {
  const { source, cost, calls, openDay, names, colorOf, isTable, onTable, limit, height = 300, marks } = props;
  const styles = useStyles2(getStyles);
  const drawn = useMemo(() => drawnDays({ cost, calls, openDay, names }), [cost, calls, openDay, names]);
  if ('words' in drawn) {
    return <p className={styles.sentence}>The days have no answer: {drawn.words}</p>;
  }
  const { days, series, totals, sentence, isLastOpen } = drawn;
  const perCall = totals !== undefined;
  return (
    <div>
      <div className={styles.line}>
        <p className={styles.sentence} data-testid="trend-sentence">
          {sentence} {isLastOpen && 'Today is hatched: it is still open.'}
        </p>
        <Help
          of={perCall ? 'Cost per call, by day' : 'Cost per day'}
          definition={
            perCall
              ? 'What a closed UTC day cost, over its calls, every attempt counted.'
              : 'What each closed UTC day cost, by the time of the call. A last, hatched bar is today so far, from the open day’s gauge. The dashed line is the month’s budget, over its days.'
          }
          question={cost.question}
          {...(calls && { also: { Calls: calls.question } })}
          source={source}
        />
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          icon={isTable ? 'graph-bar' : 'table'}
          onClick={() => onTable(!isTable)}
        >
          {isTable ? 'Show as chart' : 'Show as table'}
        </Button>
      </div>
      {isTable ? (
        <DailyCostTable
          days={days}
          series={series}
          openDay={isLastOpen ? days.at(-1) : undefined}
          {...(totals && { totals })}
          format={perCall ? formatUnitCost : formatMoney}
          marks={marks?.marks}
        />
      ) : (
        <DailyCostChart
          days={days}
          series={series}
          kind={perCall ? 'lines' : 'stack'}
          colorOf={colorOf}
          hollow={HOLLOW}
          height={height}
          isLastOpen={isLastOpen}
          limit={perCall ? undefined : limit}
          {...(marks && { marks: marks.marks })}
        />
      )}
      {marks && <MarkLegend marks={marks} />}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), marginBottom: theme.spacing(1) }),
  sentence: css({ margin: 0, color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
