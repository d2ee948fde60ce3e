import type { WhatChanged } from '@ai-finops/ledger/analysis';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ComponentProps } from 'react';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { WaterfallBar } from '../../components/waterfall/WaterfallBar.tsx';
import { partNames } from './partNames.ts';
import { segmentName } from './segmentName.ts';
import { usdOf } from '../../components/numbers/usdOf.ts';
import { waterfallBars } from './waterfallBars.ts';

interface Props {
  readonly change: WhatChanged;
  /** The days, in words. */
  readonly before: string;
  readonly after: string;
  /** The calls of the later period behind a segment; without one, behind all of it. */
  readonly hrefOf: (labels?: Readonly<Record<string, string>>) => string;
}

const MOST_SEGMENTS = 10;

/** Before, each part with its sentence and the rows behind it, after. */
export function Waterfall({ change, before, after, hrefOf }: Props) {
  const styles = useStyles2(getStyles);
  const shape = waterfallBars(change);
  const unit = change.per === 'day' ? ' a day' : '';
  return (
    <div className={styles.list}>
      <div className={styles.line} data-part="before">
        <span>
          {before}
          {unit}
        </span>
        <b>{formatMoney(usdOf(change.beforeNanoUsd))}</b>
        <Bar start={0} length={shape.before} />
      </div>
      {shape.bars.map(({ part, start, length }) => (
        <details key={part.kind} data-part={part.kind}>
          <summary className={styles.summary}>
            <span className={styles.line}>
              <span>{partNames[part.kind]}</span>
              <b>{signed(part.nanoUsd)}</b>
              <Bar start={start} length={length} sign={part.nanoUsd > 0n ? 'more' : 'less'} />
            </span>
            <span className={styles.sentence}>{part.sentence}</span>
          </summary>
          <ul className={styles.segments}>
            {part.segments.slice(0, MOST_SEGMENTS).map(({ labels, nanoUsd }) => (
              <li key={JSON.stringify(labels)}>
                <a href={hrefOf(labels)} title="Its most expensive requests">
                  {segmentName(labels, part.segments)}
                </a>
                <span>{signed(nanoUsd)}</span>
              </li>
            ))}
            {part.segments.length > MOST_SEGMENTS && <li>and {part.segments.length - MOST_SEGMENTS} smaller ones</li>}
          </ul>
        </details>
      ))}
      <div className={styles.line} data-part="after">
        <span>
          {after}
          {unit}
        </span>
        <b>{formatMoney(usdOf(change.afterNanoUsd))}</b>
        <Bar start={0} length={shape.after} />
      </div>
      <a href={hrefOf()} className={styles.requests}>
        Most expensive requests of these days
      </a>
    </div>
  );
}

const signed = (nanoUsd: bigint): string => `${nanoUsd > 0n ? '+' : ''}${formatMoney(usdOf(nanoUsd))}`;

function Bar(props: ComponentProps<typeof WaterfallBar>) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles.track} aria-hidden>
      <WaterfallBar {...props} className={styles.bar} />
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), fontVariantNumeric: 'tabular-nums' }),
  line: css({
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: theme.spacing(0, 1),
    b: { fontWeight: theme.typography.fontWeightMedium },
    '> :last-child': { gridColumn: '1 / -1' },
  }),
  requests: css({ color: theme.colors.text.link }),
  summary: css({ cursor: 'pointer', listStyle: 'none', '&::-webkit-details-marker': { display: 'none' } }),
  sentence: css({
    display: 'block',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  segments: css({
    margin: theme.spacing(0.5, 0, 0, 2),
    listStyle: 'none',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    li: { display: 'flex', justifyContent: 'space-between', gap: theme.spacing(1), overflowWrap: 'anywhere' },
  }),
  track: css({ display: 'block', height: 8, overflow: 'hidden' }),
  bar: css({ height: '100%' }),
});
