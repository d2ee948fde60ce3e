import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { DailyCostChart } from '../../components/days/DailyCostChart.tsx';
import { NumberCard } from '../../components/NumberCard.tsx';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import type { LeverDetail } from '../../data/lever.ts';
import { controlWords } from './controlWords.ts';
import { EventHistory } from './EventHistory.tsx';
import { flipBackWords } from './flipBackWords.ts';
import { formatBounded } from './formatBounded.ts';
import { formatEffect } from './formatEffect.ts';
import { leverNames } from '../../data/leverNames.ts';
import { LINES, perRequestLines } from './perRequestLines.ts';
import { turnaroundWords } from './turnaroundWords.ts';
import { scopeWords } from '../../data/scopeWords.ts';
import { verdictWords } from './verdictWords.ts';

/** Whether it worked, in words and figures; cost per request with the bands before and since; its record. */
export function EventDetail({ lever }: { readonly lever: LeverDetail }) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const { event, impact, quality, turnaround, days } = lever;
  const { record } = event;
  const [date = '', fullDate] = [record['date'], record['fullDate']];
  const lines = useMemo(() => perRequestLines(days, date, fullDate), [days, date, fullDate]);
  const { symbol, words, isBad } = verdictWords(lever);
  const colors = [theme.visualization.getColorByName('blue'), theme.colors.text.secondary, theme.colors.success.main];
  const colorOf = (name: string) => colors[Math.ceil(LINES.indexOf(name) / 2)] ?? theme.colors.text.primary;
  const expected = record['expectedUsdPerMonth'];
  return (
    <>
      <h2 className={styles.title}>
        ▼ {date} {leverNames[record['lever'] ?? ''] ?? record['lever']} · {scopeWords(record)}
        <span className={styles.owner}> owner {record['owner']}</span>
      </h2>
      {record['note'] !== undefined && <p className={styles.text}>{record['note']}</p>}
      <div className={styles.cards}>
        <NumberCard
          testId="event-verdict"
          title="Verdict"
          value={
            <span className={isBad && styles.bad}>
              {symbol} {words}
            </span>
          }
        >
          {lever.state === 'flip_back' && <p>{flipBackWords(lever)}</p>}
          <p>{impact.reason}</p>
        </NumberCard>
        <NumberCard
          testId="event-effect"
          title="A request"
          value={impact.effect ? formatEffect(impact.effect) : 'not measured'}
        >
          <p>{'Price, mix of models, weekday and drift held fixed; 95\u202f% interval'}</p>
          <p>{controlWords(lever)}</p>
        </NumberCard>
        <NumberCard
          testId="event-saved"
          title="Saved to date"
          value={impact.saved ? formatMoneyShort(impact.saved.usd) : 'not measured'}
        >
          {impact.saved && <p>{formatBounded(impact.saved)}</p>}
          {impact.annual && (
            <p>
              A year {formatBounded(impact.annual)}
              {expected !== undefined && `, expected ${formatMoneyShort(12 * Number(expected))}`}
            </p>
          )}
        </NumberCard>
        <NumberCard
          testId="event-quality"
          title="Quality"
          value={
            quality.after === null ? 'not judged' : `${quality.before?.toFixed(2) ?? '?'} → ${quality.after.toFixed(2)}`
          }
        >
          <p>{quality.evidence}</p>
        </NumberCard>
        {turnaround && (
          <NumberCard testId="event-turnaround" title="Batches take" value={turnaroundWords(turnaround)}>
            <p>{turnaround.evidence}</p>
            <p>Mean hours from handing in a batch to its end, before → since</p>
          </NumberCard>
        )}
      </div>
      {lines.days.length > 0 && (
        <section>
          <h2 className={styles.title}>Cost per request, at one price and mix</h2>
          <p className={styles.text}>
            {impact.reason} The pairs of lines are what eight of ten days before, and since, stay within.
          </p>
          <DailyCostChart
            days={lines.days}
            series={lines.series}
            kind="lines"
            colorOf={colorOf}
            hollow={[]}
            height={260}
            isLastOpen={false}
            limit={undefined}
          />
        </section>
      )}
      <EventHistory history={lever.history} />
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ margin: 0, fontSize: theme.typography.h5.fontSize }),
  owner: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
  text: css({ margin: 0, color: theme.colors.text.secondary }),
  bad: css({ color: theme.colors.error.text }),
  cards: css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
    '[data-testid$=-value]': { fontSize: 24 },
  }),
});
